package org.exchangebus.deploy.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.exchangebus.deploy.application.Progress;
import org.exchangebus.deploy.demo.TextWidth;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Progress for a person: one living line on a terminal, plain lines elsewhere. */
final class Terminal implements Progress {

    /** System property that names the log file; read by {@code logback.xml} when the first line is logged. */
    static final String LOG = "bus.log";

    private final PrintWriter err;
    private final boolean isLive;
    private int shown;

    Terminal(PrintWriter err, boolean isLive) {
        this.err = err;
        this.isLive = isLive;
    }

    /** Living where standard error is a terminal; both streams redirected is what the JVM can tell. */
    static Terminal on(PrintWriter err) {
        boolean isDumb = "dumb".equals(System.getenv("TERM")) || System.getenv("TERM") == null;
        return new Terminal(err, System.console() != null && !isDumb);
    }

    /** Has to come before the first line is logged. */
    static void logTo(Path data, boolean alsoToTerminal) {
        // Spring would tell of a log file that cannot be written with stack traces on the terminal.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty(
                LOG, data.resolve("log").resolve("bus.log").toAbsolutePath().toString());
        System.setProperty("bus.log.terminal", alsoToTerminal ? "INFO" : "OFF");
        // Begins now, on one thread: several are about to log at once.
        LoggerFactory.getILoggerFactory();
        // Some libraries log through java.util.logging, which would write on the terminal.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    @Override
    public synchronized void doing(String what) {
        if (!isLive) {
            err.println(what);
            return;
        }
        erase();
        err.print(what);
        err.flush();
        shown = TextWidth.of(what);
    }

    @Override
    public synchronized void say(String line) {
        erase();
        err.println(line);
    }

    /** Takes the living line away. */
    synchronized void clear() {
        erase();
    }

    private void erase() {
        if (isLive && shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }
}
