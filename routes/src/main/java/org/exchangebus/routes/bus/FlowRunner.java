package org.exchangebus.routes.bus;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RuntimeCamelException;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.OpenRun;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Flow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Sends runs into their routes, one at a time per flow, and decides what follows from how they come back. */
final class FlowRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FlowRunner.class);
    static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    /**
     * A run on its way through its route.
     *
     * @param request what it is to carry out; null for a run of the source that nobody asked for
     */
    private record Carried(String flow, @Nullable Request request, CompletableFuture<RunReport> result) {}

    private final Ledger ledger;
    private final ProducerTemplate template;
    private final ExecutorService runs;
    private final ScheduledExecutorService retries;
    private final Map<String, Flow> flows;
    private final Map<String, CompletableFuture<RunReport>> active = new HashMap<>();
    private final Map<String, String> waits = new ConcurrentHashMap<>();
    private boolean isStopping;

    FlowRunner(
            Ledger ledger,
            ProducerTemplate template,
            ExecutorService runs,
            ScheduledExecutorService retries,
            Collection<Flow> flows) {
        this.ledger = ledger;
        this.template = template;
        this.runs = runs;
        this.retries = retries;
        this.flows = flows.stream().collect(Collectors.toMap(Flow::name, Function.identity()));
    }

    /** Starts a run, or joins the one that is being carried; a flow that follows another waits for that one's run. */
    CompletableFuture<RunReport> run(String flow) {
        CompletableFuture<RunReport> started = new CompletableFuture<>();
        CompletableFuture<RunReport> open;
        synchronized (this) {
            open = active.putIfAbsent(flow, started);
        }
        if (open != null) {
            return open;
        }
        start(new Carried(flow, null, started));
        return started;
    }

    /** Starts the run of a request; where one of the flow is being carried, the request waits until it is asked for again. */
    void run(Request request) {
        CompletableFuture<RunReport> started = new CompletableFuture<>();
        synchronized (this) {
            if (active.putIfAbsent(request.flow(), started) != null) {
                return;
            }
        }
        start(new Carried(request.flow(), request, started));
        if (request.kind() == Request.Kind.RUN) {
            started.whenComplete((report, failure) -> followed(request.flow(), report));
        }
    }

    private void start(Carried run) {
        CompletableFuture<RunReport> before;
        synchronized (this) {
            Flow flow = flows.get(run.flow());
            before = flow.isFollower() ? active.get(flow.leader()) : null;
        }
        if (before == null) {
            runs.execute(() -> carry(run, FIRST_DELAY));
        } else {
            before.whenCompleteAsync((report, failure) -> carry(run, FIRST_DELAY), runs);
        }
    }

    /** Starts a run that is none of those that are open. */
    CompletableFuture<RunReport> runAnew(String flow) {
        CompletableFuture<RunReport> open;
        synchronized (this) {
            open = active.get(flow);
        }
        return open == null ? run(flow) : open.handle((report, failure) -> flow).thenCompose(this::run);
    }

    synchronized boolean isActive(String flow) {
        return active.containsKey(flow);
    }

    /** Why no run of a flow could be begun when it last should have been. */
    Optional<String> wait(String flow) {
        return Optional.ofNullable(waits.get(flow));
    }

    /**
     * The schedule fires: where a run is open, the fire is counted as skipped. What it brings is carried on by the
     * flows that follow.
     */
    void fire(String flow) {
        if (ledger.flows().pause(flow).isPresent()) {
            return;
        }
        if (isActive(flow)) {
            ledger.runs().skip(flow);
        } else {
            run(flow).whenComplete((report, failure) -> followed(flow, report));
        }
    }

    private void followed(String flow, @Nullable RunReport report) {
        if (report != null && report.isBalanced()) {
            followers(flow).forEach(follower -> runs.execute(() -> follow(follower, FIRST_DELAY)));
        }
    }

    /** Lets a flow carry what the one before has brought: once more where it runs, later where the ledger is away. */
    void follow(String flow, Duration delay) {
        CompletableFuture<RunReport> open;
        synchronized (this) {
            if (isStopping) {
                return;
            }
            open = active.get(flow);
        }
        try {
            if (open != null) {
                open.whenCompleteAsync((report, failure) -> follow(flow, FIRST_DELAY), runs);
            } else if (ledger.flows().pause(flow).isEmpty()) {
                run(flow);
            }
        } catch (DataAccessException e) {
            LOG.warn("{} follows in {}: {}", flow, delay, reason(e));
            retries.schedule(
                    () -> runs.execute(() -> follow(flow, doubled(delay))), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The schedule wants everything: the next run takes it, if not this one. */
    void sweep(String flow) {
        ledger.sweeps().ask(flow);
        fire(flow);
    }

    private List<String> followers(String flow) {
        return flows.values().stream()
                .filter(f -> f.isFollower() && f.leader().equals(flow))
                .map(Flow::name)
                .sorted()
                .toList();
    }

    /** Finishes what was open when the bus stopped: from landing where it had landed, else it is given up. */
    void recover(String flow) {
        Optional<OpenRun> open = ledger.runs().opened(flow);
        if (open.isEmpty()) {
            return;
        }
        if (open.get().isLanded()) {
            LOG.info(
                    "Run {} of {} is finished from the landing store",
                    open.get().number(),
                    flow);
            run(flow);
        } else {
            ledger.runs().abandon(open.get().number(), RoutesProblem.RUN_WAS_CUT_SHORT.reason());
        }
    }

    synchronized void stop() {
        isStopping = true;
    }

    private synchronized boolean isStopping() {
        return isStopping;
    }

    private void carry(Carried carried, Duration delay) {
        Exchange exchange =
                template.send("direct:run-" + carried.flow(), e -> e.setProperty(RunSteps.REQUEST, carried.request()));
        ActiveRun run = ActiveRun.of(exchange);
        if (run != null) {
            waits.remove(carried.flow());
        }
        Throwable failure = exchange.getException() == null ? null : unwrap(exchange.getException());
        try {
            if (failure != null && isStopping()) {
                abort(carried, failure);
            } else if (run == null && delay.compareTo(FIRST_DELAY) > 0) {
                again(carried, delay);
            } else if (run == null) {
                String reason = reason(Objects.requireNonNull(failure));
                if (!reason.equals(waits.put(carried.flow(), reason))) {
                    LOG.warn("No run of {} could be opened: {}", carried.flow(), reason);
                }
                abort(carried, failure);
            } else if (failure == null) {
                finish(carried, ledger.runs().report(run.number()));
            } else {
                afterFailure(carried, run, failure, delay);
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "What became of the run of {} cannot be entered, and is tried again in {}",
                    carried.flow(),
                    delay,
                    e);
            again(carried, delay);
        }
    }

    private void afterFailure(Carried carried, ActiveRun run, Throwable failure, Duration delay) {
        String reason = reason(failure);
        LOG.debug("Run {} of {} did not come through", run.number(), run.flow(), failure);
        if (!run.isLanded()) {
            LOG.warn("Run {} of {} took nothing: {}", run.number(), run.flow(), reason);
            finish(carried, ledger.runs().fail(run.number(), RoutesProblem.CAPTURE_FAILED.reason(reason)));
        } else if (failure instanceof ProblemException problem) {
            LOG.warn("Run {} of {} cannot be delivered: {}", run.number(), run.flow(), reason);
            finish(
                    carried,
                    ledger.runs()
                            .fail(
                                    run.number(),
                                    held(problem).orElseGet(() -> RoutesProblem.DELIVERY_STOPPED.reason(reason))));
        } else {
            LOG.warn("Run {} of {} is tried again in {}: {}", run.number(), run.flow(), delay, reason);
            ledger.runs().explain(run.number(), RoutesProblem.DELIVERY_IS_REPEATED.reason(reason, delay.toSeconds()));
            again(carried, delay);
        }
    }

    /** Why a run is held as a whole, if that is what is wrong. */
    private static Optional<String> held(ProblemException problem) {
        return problem.findings().stream()
                .filter(finding -> finding.problem() == RoutesProblem.RUN_IS_HELD)
                .map(finding ->
                        RoutesProblem.RUN_IS_HELD.reason(finding.arguments().toArray()))
                .findFirst();
    }

    private void again(Carried carried, Duration delay) {
        retries.schedule(
                () -> runs.execute(() -> carry(carried, doubled(delay))), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Duration doubled(Duration delay) {
        Duration doubled = delay.multipliedBy(2);
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }

    /** Camel tells in which part of a split something failed; what failed is the cause. */
    private static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null
                && (cause instanceof CamelExchangeException || cause instanceof RuntimeCamelException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** What is said of a failure: never a stack trace. */
    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof DataAccessException access ? access.getMostSpecificCause() : failure;
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? cause.getClass().getSimpleName()
                : message.lines().findFirst().orElse("").strip();
    }

    private void finish(Carried run, RunReport report) {
        release(run.flow());
        run.result().complete(report);
    }

    private void abort(Carried run, Throwable failure) {
        release(run.flow());
        run.result().completeExceptionally(failure);
    }

    private synchronized void release(String flow) {
        active.remove(flow);
    }
}
