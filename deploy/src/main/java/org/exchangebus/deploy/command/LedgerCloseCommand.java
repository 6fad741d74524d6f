package org.exchangebus.deploy.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.RunTable;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.ledger.RunList;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus ledger close}: somebody has looked into a red run, and says why it may rest. */
@Command(name = "close", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerCloseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Parameters(paramLabel = "RUN", descriptionKey = "run.number")
    private long run;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "close.reason", required = true)
    private String reason;

    @Option(names = "--who", paramLabel = "NAME", descriptionKey = "who", defaultValue = "${sys:user.name}")
    private String who;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        if (reason.isBlank() || who.isBlank()) {
            throw new ProblemException(Finding.of("run " + run, DeployProblem.REASON_IS_MISSING));
        }
        try (LedgerAccess access = place.open()) {
            RunTable table =
                    new RunTable(spec.commandLine().getOut(), Words.of(spec).locale());
            table.write(List.of(new RunList(access.database()).close(run, who, reason)), format);
            return ExitCode.FINE.code();
        }
    }
}
