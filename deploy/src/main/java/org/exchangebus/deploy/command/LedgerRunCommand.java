package org.exchangebus.deploy.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus ledger run}: asks the bus that has this ledger for a run of a flow now. */
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerRunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private AskingOption asking;

    @Parameters(paramLabel = "FLOW", descriptionKey = "ask.flow")
    private String flow;

    @Option(names = "--sweep", descriptionKey = "ask.sweep")
    private boolean isSweep;

    @Option(names = "--let-through", descriptionKey = "ask.letThrough")
    private boolean isLetThrough;

    @Option(names = "--beyond-threshold", descriptionKey = "ask.beyond")
    private boolean isBeyondThreshold;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        String who = asking.who();
        if (isBeyondThreshold && asking.reason() == null) {
            throw new ProblemException(Finding.of("--beyond-threshold", DeployProblem.WHY_IS_MISSING));
        }
        try (LedgerAccess access = place.open()) {
            Ledger ledger = new Ledger(access.database());
            Request request = ledger.requests().ask(Request.Kind.RUN, flow, arguments(), who, asking.reason());
            return new RequestWait(spec, ledger).tell(List.of(request), asking.isAwaited(), format);
        }
    }

    private Map<String, String> arguments() {
        Map<String, String> arguments = new TreeMap<>();
        if (isSweep || isLetThrough) {
            arguments.put(Request.SWEEP, "true");
        }
        if (isLetThrough) {
            arguments.put(Request.LET_THROUGH, "true");
        }
        if (isBeyondThreshold) {
            arguments.put(Request.BEYOND_THRESHOLD, "yes");
        }
        return arguments;
    }
}
