package org.exchangebus.routes.bus;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.routes.ledger.DoubtEntry;
import org.exchangebus.routes.ledger.FlowHistory;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Flow;
import org.jspecify.annotations.Nullable;
import org.quartz.SchedulerException;
import org.quartz.Trigger;

/** The flows of one bus, by name. */
final class Flows implements FlowControl {

    private final CamelContext context;
    private final Map<String, Flow> flows;
    private final Ledger ledger;
    private final FlowRunner runner;

    Flows(CamelContext context, Map<String, Flow> flows, Ledger ledger, FlowRunner runner) {
        this.context = context;
        this.flows = flows;
        this.ledger = ledger;
        this.runner = runner;
    }

    @Override
    public List<FlowStatus> statuses() {
        return flows.values().stream()
                .sorted(Comparator.comparing(Flow::leader)
                        .thenComparing(Flow::isFollower)
                        .thenComparing(Flow::name))
                .map(flow -> status(flow.name()))
                .toList();
    }

    @Override
    public FlowStatus status(String name) {
        Flow flow = flow(name);
        FlowHistory history = ledger.flows().history(flow);
        RunReport last = history.lastRun();
        String state = state(name, history);
        return new FlowStatus(
                name,
                flow.system(),
                flow.source(),
                flow.department(),
                flow.kind(),
                state,
                state.equals("PAUSED") ? history.pausedAt() : since(history),
                reason(name, state, history),
                history.lastSuccess(),
                history.pausedAt() != null ? null : nextFire(flow),
                history.readToday(),
                history.deliveredToday(),
                history.quarantinedToday(),
                last == null ? 0 : last.run(),
                last == null ? 0 : last.read(),
                last == null ? 0 : last.delivered(),
                last == null ? 0 : last.unchanged(),
                last == null ? 0 : last.quarantined(),
                last == null ? 0 : last.filtered(),
                last == null ? 0 : last.removed(),
                last == null ? 0 : last.doubts(),
                history.redRuns(),
                history.lagSeconds());
    }

    private String state(String flow, FlowHistory history) {
        if (runner.isActive(flow) || history.lastRun() != null && history.lastRunClosedAt() == null) {
            return "RUNNING";
        }
        if (history.redRuns() > 0) {
            return "FAILED";
        }
        return history.pausedAt() != null ? "PAUSED" : "IDLE";
    }

    private @Nullable String reason(String flow, String state, FlowHistory history) {
        return switch (state) {
            case "FAILED" -> history.redReason();
            case "PAUSED" -> history.pausedBy() + ": " + history.pauseReason();
            default ->
                runner.wait(flow)
                        .orElse(
                                history.lastRun() == null
                                        ? null
                                        : history.lastRun().reason());
        };
    }

    private static @Nullable Instant since(FlowHistory history) {
        return history.lastRunClosedAt() == null ? history.lastRunOpenedAt() : history.lastRunClosedAt();
    }

    private @Nullable Instant nextFire(Flow flow) {
        try {
            if (context.getRoute(ScheduleRoutes.id(flow)) == null
                    || !(context.getRoute(ScheduleRoutes.id(flow)).getEndpoint() instanceof QuartzEndpoint endpoint)
                    || endpoint.getComponent().getScheduler() == null) {
                return null;
            }
            Trigger trigger = endpoint.getComponent().getScheduler().getTrigger(endpoint.getTriggerKey());
            Date next = trigger == null ? null : trigger.getNextFireTime();
            return next == null ? null : next.toInstant();
        } catch (SchedulerException e) {
            throw new IllegalStateException("The schedule of " + flow.name() + " cannot be read", e);
        }
    }

    @Override
    public CompletableFuture<RunReport> run(String name) {
        requireRunnable(name);
        return runner.run(name);
    }

    @Override
    public CompletableFuture<RunReport> run(String name, String who) {
        requireRunnable(name);
        ledger.audit().enter(Act.RUN, who, name, null, Map.of());
        return runner.run(name);
    }

    @Override
    public CompletableFuture<RunReport> sweep(String name, String who, boolean isLetThrough) {
        requireRunnable(name);
        ledger.sweeps().ask(name, who, isLetThrough);
        return runner.runAnew(name);
    }

    private void requireRunnable(String name) {
        flow(name);
        ledger.flows().pause(name).ifPresent(pause -> {
            throw new ProblemException(Finding.of(name, RoutesProblem.FLOW_IS_PAUSED, name, pause.who()));
        });
    }

    @Override
    public void pause(String name, String who, String reason) {
        ledger.flows().setPaused(flow(name).name(), true, who, reason);
    }

    @Override
    public void resume(String name, String who) {
        ledger.flows().setPaused(flow(name).name(), false, who, null);
    }

    @Override
    public Request redrive(String name, String who, String reason) {
        return ledger.requests().ask(Request.Kind.REDRIVE, flow(name).name(), Map.of(), who, reason);
    }

    @Override
    public List<Request> requests(int limit) {
        return ledger.requests().latest(limit);
    }

    @Override
    public List<QuarantineEntry> quarantine(long run) {
        return ledger.quarantine().of(run);
    }

    @Override
    public List<DoubtEntry> doubts(long run) {
        return ledger.doubts().of(run);
    }

    @Override
    public List<QuarantineEntry> quarantineOf(String name, int limit) {
        return ledger.quarantine().of(flow(name).name(), limit);
    }

    private Flow flow(String name) {
        Flow flow = flows.get(name);
        if (flow == null) {
            throw new ProblemException(
                    Finding.of(name, RoutesProblem.FLOW_IS_UNKNOWN, name, String.join(", ", flows.keySet())));
        }
        return flow;
    }
}
