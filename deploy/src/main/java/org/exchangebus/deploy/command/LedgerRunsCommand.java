package org.exchangebus.deploy.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.RunTable;
import org.exchangebus.routes.ledger.ListedRun;
import org.exchangebus.routes.ledger.RunList;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus ledger runs}: the newest runs, what became of them, and which are red. */
@Command(name = "runs", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerRunsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Option(names = "--flow", paramLabel = "FLOW", descriptionKey = "runs.flow")
    private @Nullable String flow;

    @Option(names = "--red", descriptionKey = "runs.red")
    private boolean isOnlyRed;

    @Option(names = "--since", paramLabel = "DAY", descriptionKey = "runs.since")
    private @Nullable LocalDate since;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            descriptionKey = "runs.limit",
            defaultValue = "50",
            converter = AtLeastOne.class)
    private int limit;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        terminal.doing(Words.of(spec).say("ledger.opening"));
        try (LedgerAccess access = place.open()) {
            RunList.Wanted wanted = new RunList.Wanted(
                    flow,
                    isOnlyRed,
                    since == null
                            ? null
                            : since.atStartOfDay(ZoneId.systemDefault()).toInstant(),
                    limit);
            List<ListedRun> runs = new RunList(access.database()).find(wanted);
            terminal.clear();
            new RunTable(spec.commandLine().getOut(), Words.of(spec).locale()).write(runs, format);
            return (runs.stream().anyMatch(ListedRun::isRed) ? ExitCode.FINDINGS : ExitCode.FINE).code();
        } finally {
            terminal.clear();
        }
    }
}
