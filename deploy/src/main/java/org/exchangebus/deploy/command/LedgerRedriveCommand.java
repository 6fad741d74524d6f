package org.exchangebus.deploy.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.OpenRun;
import org.exchangebus.routes.ledger.Request;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus ledger redrive}: what landed is sent once more; what the hub holds already stays as it is. */
@Command(name = "redrive", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerRedriveCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private AskingOption asking;

    @Parameters(paramLabel = "FLOW", arity = "0..1", descriptionKey = "redrive.flow")
    private @Nullable String flow;

    @Option(names = "--from", paramLabel = "RUN", descriptionKey = "redrive.from")
    private @Nullable Long from;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        String who = asking.who();
        try (LedgerAccess access = place.open()) {
            Ledger ledger = new Ledger(access.database());
            List<Request> requests = new ArrayList<>();
            for (OpenRun run : ledger.runs().open()) {
                if (flow == null || flow.equals(run.flow())) {
                    requests.add(ask(ledger, run.flow(), Map.of(Request.OPEN_RUN, Long.toString(run.number())), who));
                }
            }
            if (flow != null) {
                requests.add(
                        ask(ledger, flow, from == null ? Map.of() : Map.of(Request.FROM, Long.toString(from)), who));
            }
            return new RequestWait(spec, ledger).tell(requests, asking.isAwaited(), format);
        }
    }

    private Request ask(Ledger ledger, String of, Map<String, String> arguments, String who) {
        return ledger.requests().ask(Request.Kind.REDRIVE, of, arguments, who, asking.reason());
    }
}
