package org.exchangebus.routes.bus;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.ledger.FlowStates;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.schemas.run.Flow;

/** Takes what people ask the bus to do from the ledger, in their order, one of a flow at a time. */
final class RequestTaker {

    private final String bus = UUID.randomUUID().toString();
    private final Map<String, Flow> flows;
    private final Ledger ledger;
    private final FlowRunner runner;
    private final RunSteps steps;

    RequestTaker(Map<String, Flow> flows, Ledger ledger, FlowRunner runner, RunSteps steps) {
        this.flows = flows;
        this.ledger = ledger;
        this.runner = runner;
        this.steps = steps;
    }

    /** Looks for requests; those whose flow is busy wait for the next look. */
    void look() {
        ledger.requests().attend(bus);
        Set<String> busy = new HashSet<>();
        for (Request request : ledger.requests().waiting()) {
            if (request.argument(Request.OPEN_RUN).isPresent()) {
                hurry(request, Long.parseLong(request.argument(Request.OPEN_RUN).get()));
            } else if (busy.add(request.flow())) {
                take(request);
            }
        }
    }

    private void take(Request request) {
        String flow = request.flow();
        Optional<FlowStates.Pause> pause = ledger.flows().pause(flow);
        if (!flows.containsKey(flow)) {
            refuse(request, RoutesProblem.FLOW_IS_UNKNOWN, flow, String.join(", ", flows.keySet()));
        } else if (pause.isPresent()) {
            refuse(request, RoutesProblem.FLOW_IS_PAUSED, flow, pause.get().who());
        } else {
            runner.run(request);
        }
    }

    /** What waits for receipts is sent again; a run that is between two attempts does so by itself. */
    private void hurry(Request request, long run) {
        ledger.requests().join(request.id(), run);
        steps.active(run).ifPresent(ActiveRun::hurry);
    }

    private void refuse(Request request, RoutesProblem problem, String... arguments) {
        String remedy = problem.remedy(Locale.ENGLISH, List.of(arguments));
        ledger.requests().refuse(request.id(), problem.reason((Object[]) arguments) + " " + remedy);
    }
}
