package org.exchangebus.deploy.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.bench.Bench;
import org.exchangebus.deploy.bench.LandingSpeed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bus bench}: the performance figures as JSON lines. */
@Command(name = "bench", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class BenchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--rows", paramLabel = "N", descriptionKey = "rows", defaultValue = "1000000")
    private long rows;

    @Option(names = "--landing", descriptionKey = "bench.landing")
    private boolean isOfLanding;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data", defaultValue = "data/bench")
    private Path data;

    @Override
    public Integer call() throws Exception {
        if (rows < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--rows", null, spec.findOption("--rows"), Long.toString(rows));
        }
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        Terminal.logTo(data, false);
        if (isOfLanding) {
            LandingSpeed.run(rows, data, spec.commandLine().getOut(), terminal);
            terminal.clear();
            return ExitCode.FINE.code();
        }
        boolean allBalance = Bench.run(rows, data, spec.commandLine().getOut(), terminal);
        terminal.clear();
        return (allBalance ? ExitCode.FINE : ExitCode.FINDINGS).code();
    }
}
