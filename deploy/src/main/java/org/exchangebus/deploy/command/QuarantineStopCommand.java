package org.exchangebus.deploy.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.RequestTable;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus quarantine stop}: nothing more of a resubmission is sent; what was not sent waits again. */
@Command(name = "stop", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class QuarantineStopCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private ActorOption actor;

    @Parameters(paramLabel = "REQUEST", descriptionKey = "resubmit.request")
    private long id;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "ask.reason")
    private @Nullable String reason;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        String who = actor.who();
        try (LedgerAccess access = place.open()) {
            Ledger ledger = new Ledger(access.database());
            Request stopped = ledger.requests().stop(id, who, reason);
            new RequestTable(spec.commandLine().getOut(), Words.of(spec).locale(), ledger)
                    .write(List.of(stopped), format);
            return ExitCode.FINE.code();
        }
    }
}
