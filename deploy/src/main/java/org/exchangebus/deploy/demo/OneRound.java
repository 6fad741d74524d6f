package org.exchangebus.deploy.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowStatus;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/** Each flow once; a run that an earlier process left open is finished first, and is a result of its own. */
public final class OneRound {

    private final FlowControl flows;
    private final Duration timeout;
    private final Consumer<RunReport> done;

    /**
     * A round over all flows.
     *
     * @param timeout how long a run may take
     * @param done hears of each run when it is closed
     */
    public OneRound(FlowControl flows, Duration timeout, Consumer<RunReport> done) {
        this.flows = flows;
        this.timeout = timeout;
        this.done = done;
    }

    /** The results in the order of the flows' names. */
    public List<RunResult> run() throws InterruptedException {
        List<String> names = flows.statuses().stream().map(FlowStatus::flow).toList();
        List<RunResult> results = new ArrayList<>();
        List<String> open = names.stream()
                .filter(name -> flows.status(name).state().equals("RUNNING"))
                .toList();
        results.addAll(runAll(open));
        results.addAll(runAll(names));
        return results;
    }

    private List<RunResult> runAll(List<String> names) throws InterruptedException {
        Map<String, CompletableFuture<RunReport>> runs = new LinkedHashMap<>();
        for (String name : names) {
            runs.put(name, flows.run(name).whenComplete((report, failure) -> {
                if (report != null) {
                    done.accept(report);
                }
            }));
        }
        List<RunResult> results = new ArrayList<>();
        for (Map.Entry<String, CompletableFuture<RunReport>> run : runs.entrySet()) {
            RunReport report = await(run.getKey(), run.getValue());
            results.add(new RunResult(report, flows.quarantine(report.run()), flows.doubts(report.run())));
        }
        return results;
    }

    private RunReport await(String flow, CompletableFuture<RunReport> run) throws InterruptedException {
        try {
            return run.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            String seconds = Long.toString(timeout.toSeconds());
            throw new ProblemException(Finding.of(flow, DeployProblem.FLOW_UNFINISHED, flow, seconds), e);
        } catch (ExecutionException | CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw cause instanceof ProblemException problem
                    ? problem
                    : new ProblemException(
                            Finding.of(flow, DeployProblem.FLOW_FAILED, String.valueOf(cause.getMessage())), e);
        }
    }
}
