package org.exchangebus.deploy.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.exchangebus.deploy.application.Exchange;
import org.exchangebus.deploy.application.Infrastructure;
import org.exchangebus.deploy.application.WebAddress;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.demo.Departments;
import org.exchangebus.deploy.demo.OneRound;
import org.exchangebus.deploy.demo.Report;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.demo.RunNews;
import org.exchangebus.deploy.demo.RunResult;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowStatus;
import org.exchangebus.routes.ledger.RunReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus demo}: everything embedded, four simulated departments, until Ctrl-C or each source once. */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class DemoCommand implements Callable<Integer> {

    private static final Duration TICK = Duration.ofSeconds(20);

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", descriptionKey = "once")
    private boolean once;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data", defaultValue = "data")
    private Path data;

    @Option(names = "--systems", paramLabel = "DIR", descriptionKey = "systems")
    private @Nullable Path systems;

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", defaultValue = "8080")
    private int port;

    @Option(names = "--timeout", paramLabel = "SECONDS", descriptionKey = "timeout", defaultValue = "600")
    private int timeout;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "verbose")
    private boolean verbose;

    private Words words;
    private Terminal terminal;

    @Override
    public Integer call() throws Exception {
        words = new Words(Locale.getDefault());
        terminal = Terminal.on(spec.commandLine().getErr());
        BusConfiguration configuration =
                BusConfiguration.embedded(data.toAbsolutePath().normalize(), systems, port, !once);
        if (!once) {
            WebAddress.requireFree(configuration.web());
        }
        try (Interruption interruption = new Interruption();
                DataDirectory directory = DataDirectory.open(configuration.data())) {
            Terminal.logTo(directory.path(), verbose);
            try {
                return work(configuration, directory);
            } catch (Exception e) {
                if (interruption.hasCome()) {
                    return 130;
                }
                throw e;
            } finally {
                terminal.clear();
            }
        }
    }

    private int work(BusConfiguration configuration, DataDirectory directory) throws Exception {
        terminal.doing(words.say("progress.servers"));
        CompletableFuture<Departments> starting = CompletableFuture.supplyAsync(() -> Departments.start(directory));
        try (Infrastructure infrastructure = Infrastructure.start(configuration, directory);
                Departments departments = join(starting)) {
            terminal.doing(words.say("progress.bus"));
            Exchange.Plan plan = new Exchange.Plan(
                    configuration, departments.lookup().or(Exchange.secretsOf(directory)), true, !once);
            try (Exchange exchange = Exchange.start(plan, directory, infrastructure)) {
                if (once) {
                    return runOnce(exchange);
                }
                new Invitation(words, terminal).say(exchange, infrastructure, departments, directory);
                live(departments, exchange.flows().orElseThrow());
                return ExitCode.FINE.code();
            } finally {
                // What is closed from here on must not be cut short by the interrupt that ended the work.
                boolean wasInterrupted = Thread.interrupted();
                terminal.doing(words.say(wasInterrupted ? "progress.stopping" : "progress.closing"));
            }
        } finally {
            starting.thenAccept(Departments::close);
        }
    }

    private int runOnce(Exchange exchange) throws InterruptedException {
        terminal.doing(words.say("progress.runs"));
        PrintWriter out = spec.commandLine().getOut();
        List<RunResult> results =
                new OneRound(exchange.flows().orElseThrow(), Duration.ofSeconds(timeout), this::tell).run();
        terminal.clear();
        new Report(out, words.locale()).write(results, format);
        boolean allBalance = results.stream().allMatch(result -> result.report().isBalanced());
        return (allBalance ? ExitCode.FINE : ExitCode.FINDINGS).code();
    }

    private void tell(RunReport run) {
        terminal.doing(words.say(
                run.isBalanced() ? "progress.balanced" : "progress.red",
                run.system() + "-" + run.source(),
                run.read()));
    }

    /** Lets time pass at the departments, and tells which runs brought something; ends by interruption. */
    private void live(Departments departments, FlowControl flows) throws InterruptedException {
        RunNews news = new RunNews(flows);
        for (long second = 1; ; second++) {
            TimeUnit.SECONDS.sleep(1);
            if (second % TICK.toSeconds() == 0) {
                departments.tick();
            }
            for (FlowStatus run : news.next()) {
                terminal.say(words.say(
                        run.state().equals("FAILED") ? "news.red" : "news.run",
                        LocalTime.now().truncatedTo(ChronoUnit.SECONDS),
                        run.flow(),
                        run.read(),
                        run.delivered(),
                        run.unchanged(),
                        run.quarantined(),
                        Objects.toString(run.stateReason(), "")));
            }
        }
    }

    private static Departments join(CompletableFuture<Departments> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
