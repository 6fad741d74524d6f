package org.exchangebus.deploy.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.RequestTable;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import picocli.CommandLine.Model.CommandSpec;

/** Waits until the bus has done what was asked for, tells how far it is, and then what became of it. */
final class RequestWait {

    private static final long LOOK_MILLIS = 500;

    private final CommandSpec spec;
    private final Words words;
    private final Terminal terminal;
    private final Ledger ledger;
    private String shown = "";

    RequestWait(CommandSpec spec, Ledger ledger) {
        this.spec = spec;
        this.ledger = ledger;
        words = Words.of(spec);
        terminal = Terminal.on(spec.commandLine().getErr());
    }

    /** Waits for all of them where that is wanted and a bus runs, and writes them; the exit code is that of the worst. */
    int tell(List<Request> asked, boolean isAwaited, ReportFormat format) {
        List<Request> told = new ArrayList<>();
        try {
            for (Request request : asked) {
                told.add(isAwaited ? closed(request) : ledger.requests().of(request.id()));
            }
        } finally {
            terminal.clear();
        }
        new RequestTable(spec.commandLine().getOut(), words.locale(), ledger).write(told, format);
        if (told.stream().allMatch(Request::isFulfilled)) {
            return ExitCode.FINE.code();
        }
        if (told.stream().anyMatch(request -> request.isClosed() && !request.isFulfilled())) {
            return ExitCode.FINDINGS.code();
        }
        if (isAwaited) {
            spec.commandLine().getErr().println(words.say("ask.nobody"));
        }
        return (isAwaited ? ExitCode.CANNOT_REACH : ExitCode.FINE).code();
    }

    /** The request when it is closed, or as it is where no bus runs. */
    private Request closed(Request asked) {
        while (true) {
            Request request = ledger.requests().of(asked.id());
            if (request.isClosed() || !ledger.requests().isAttended()) {
                return request;
            }
            progress(request);
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return request;
            }
        }
    }

    private void progress(Request request) {
        Long run = request.run();
        String line = run == null
                ? words.say("ask.waits", request.id(), request.flow())
                : words.say(
                        "ask.runs",
                        request.id(),
                        request.flow(),
                        run,
                        ledger.chunks().signed(run).cardinality());
        if (!line.equals(shown)) {
            terminal.doing(line);
            shown = line;
        }
    }
}
