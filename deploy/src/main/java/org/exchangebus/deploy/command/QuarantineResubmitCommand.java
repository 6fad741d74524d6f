package org.exchangebus.deploy.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.EntrySheet;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.QuarantineFilter;
import org.exchangebus.routes.ledger.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bus quarantine resubmit}: counts what could be sent; sends it where the count is confirmed. */
@Command(name = "resubmit", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class QuarantineResubmitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private AskingOption asking;

    @Mixin
    private EntriesOption entries;

    @Option(names = "--count", paramLabel = "NUMBER", descriptionKey = "resubmit.count")
    private @Nullable Long count;

    @Option(names = "--rate", paramLabel = "NUMBER", descriptionKey = "resubmit.rate")
    private @Nullable Integer rate;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        String who = asking.who();
        String flow = entries.flow();
        if (flow == null) {
            throw new ParameterException(spec.commandLine(), Words.of(spec).say("misuse.missing", "--flow"));
        }
        if (rate != null && rate < 1) {
            throw new ParameterException(spec.commandLine(), Words.of(spec).say("misuse.value", rate, "--rate"));
        }
        try (LedgerAccess access = place.open()) {
            Ledger ledger = new Ledger(access.database());
            QuarantineFilter filter = entries.filter(null);
            if (count == null) {
                new EntrySheet(spec.commandLine().getOut(), Words.of(spec).locale())
                        .count(ledger.desk().resubmittable(filter), format);
                return ExitCode.FINE.code();
            }
            Request request = ledger.desk().resubmit(flow, filter, count, rate, who, asking.reason());
            return new RequestWait(spec, ledger).tell(List.of(request), asking.isAwaited(), format);
        }
    }
}
