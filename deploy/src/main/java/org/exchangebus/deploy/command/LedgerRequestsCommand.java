package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.RequestTable;
import org.exchangebus.routes.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus ledger requests}: what people asked the bus to do, and what became of it. */
@Command(name = "requests", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerRequestsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            descriptionKey = "requests.limit",
            defaultValue = "20",
            converter = AtLeastOne.class)
    private int limit;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        try (LedgerAccess access = place.open()) {
            Ledger ledger = new Ledger(access.database());
            new RequestTable(spec.commandLine().getOut(), Words.of(spec).locale(), ledger)
                    .write(ledger.requests().latest(limit), format);
            return ExitCode.FINE.code();
        }
    }
}
