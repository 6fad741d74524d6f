package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.EntrySheet;
import org.exchangebus.routes.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus quarantine show}: everything about one entry; its row only where that is asked for. */
@Command(name = "show", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class QuarantineShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Parameters(paramLabel = "ID", descriptionKey = "entries.id")
    private long id;

    @Option(names = "--payload", descriptionKey = "entries.payload")
    private boolean isPayloadShown;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        try (LedgerAccess access = place.open()) {
            new EntrySheet(spec.commandLine().getOut(), Words.of(spec).locale())
                    .show(new Ledger(access.database()).desk().detail(id), isPayloadShown, format);
            return ExitCode.FINE.code();
        }
    }
}
