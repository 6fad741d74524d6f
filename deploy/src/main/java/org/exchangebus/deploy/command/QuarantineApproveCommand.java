package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.EntrySheet;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.QuarantineDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus quarantine approve}: a second person agrees to what another one wrote. */
@Command(name = "approve", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class QuarantineApproveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private ActorOption actor;

    @Parameters(paramLabel = "ID", descriptionKey = "entries.id")
    private long id;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        String who = actor.who();
        try (LedgerAccess access = place.open()) {
            QuarantineDesk desk = new Ledger(access.database()).desk();
            desk.approve(id, who);
            new EntrySheet(spec.commandLine().getOut(), Words.of(spec).locale()).show(desk.detail(id), false, format);
            return ExitCode.FINE.code();
        }
    }
}
