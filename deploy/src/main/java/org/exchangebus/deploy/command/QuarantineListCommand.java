package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.EntrySheet;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.QuarantineDesk;
import org.exchangebus.routes.ledger.QuarantineFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus quarantine list}: what is there and why; shows no value of a record. */
@Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class QuarantineListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private EntriesOption entries;

    enum State {
        WAITING,
        RESUBMITTED,
        RELEASED,
        DISCARDED,
        SUPERSEDED,
        ALL
    }

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "entries.state", defaultValue = "waiting")
    private State state;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            descriptionKey = "entries.limit",
            defaultValue = "50",
            converter = AtLeastOne.class)
    private int limit;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        try (LedgerAccess access = place.open()) {
            QuarantineDesk desk = new Ledger(access.database()).desk();
            QuarantineFilter filter = entries.filter(state == State.ALL ? null : state.name());
            new EntrySheet(spec.commandLine().getOut(), Words.of(spec).locale())
                    .list(desk.find(filter, limit), desk.count(filter), format);
            return ExitCode.FINE.code();
        }
    }
}
