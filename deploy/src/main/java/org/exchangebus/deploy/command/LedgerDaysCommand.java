package org.exchangebus.deploy.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.ledger.DaysSheet;
import org.exchangebus.routes.ledger.Days;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus ledger days}: what the runs of each resource and day brought together. */
@Command(name = "days", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerDaysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private SheetOption sheet;

    @Option(names = "--resource", paramLabel = "RESOURCE", descriptionKey = "reconcile.resource")
    private @Nullable String resource;

    @Option(names = "--since", paramLabel = "DAY", descriptionKey = "runs.since")
    private @Nullable LocalDate since;

    @Override
    public Integer call() {
        Words words = Words.of(spec);
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        terminal.doing(words.say("ledger.opening"));
        try (LedgerAccess access = place.open()) {
            DaysSheet days = new DaysSheet(new Days(access.database(), ZoneId.systemDefault()).find(resource, since));
            terminal.clear();
            sheet.write(spec.commandLine().getOut(), (format, out) -> days.write(format, out, words.locale()));
            return (days.isGood() ? ExitCode.FINE : ExitCode.FINDINGS).code();
        } finally {
            terminal.clear();
        }
    }
}
