package org.exchangebus.routes.bus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.Processor;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.Model;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.support.LifecycleStrategySupport;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.landing.LandingStore;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.purge.Purge;
import org.exchangebus.routes.wire.Broker;
import org.exchangebus.routes.wire.StepComponent;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Flow;

/**
 * The bus's side: flows as routes, ledger, landing store, schedule.
 *
 * <p>Needs the components {@code adapter} and {@code mapping} in the context, and {@code quartz} if it is to
 * have another store than memory.
 */
public final class Bus implements AutoCloseable {

    private final BusSettings settings;
    private final Map<String, Flow> flows = new TreeMap<>();
    private final Ledger ledger;
    private final LandingStore landing;
    private final Purge purge;
    private Flows control;

    /** Opens the landing store; reports flows that are named twice and schedules that are none, together. */
    public Bus(BusSettings settings) {
        this.settings = settings;
        java.util.List<Finding> findings = new java.util.ArrayList<>();
        for (Flow flow : settings.flows()) {
            if (flows.put(flow.name(), flow) != null) {
                findings.add(Finding.of(flow.name(), RoutesProblem.FLOW_IS_NAMED_TWICE, flow.name()));
            }
            try {
                Rhythm.query(flow, flow.cron());
                if (flow.fullSets().sweep() != null) {
                    Rhythm.query(flow, flow.fullSets().sweep());
                }
            } catch (ProblemException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        ledger = new Ledger(settings.ledger());
        try {
            landing = new LandingStore(settings.landing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        purge = new Purge(ledger.claims(), landing.files(), settings.landing());
    }

    /**
     * Migrates the ledger and adds components and routes to a context that is not started. When it starts, runs
     * that were open are taken care of before the schedule is.
     */
    public void install(CamelContext context) throws Exception {
        ledger.migrate();
        ledger.claims().know(flows.values());
        QuarantineSteps quarantine = new QuarantineSteps(ledger, landing, flows, settings.shapes());
        TrialSteps trial = new TrialSteps(ledger, quarantine, flows);
        RunSteps steps = new RunSteps(
                ledger,
                landing,
                purge,
                quarantine,
                trial,
                flows,
                settings.window(),
                settings.patience(),
                new ChunkQueue(settings.connections()));
        ProducerTemplate template = context.createProducerTemplate();
        ExecutorService runs = context.getExecutorServiceManager().newCachedThreadPool(this, "run");
        ScheduledExecutorService retries =
                context.getExecutorServiceManager().newScheduledThreadPool(this, "run-again", 1);
        FlowRunner runner = new FlowRunner(ledger, template, runs, retries, flows.values());
        control = new Flows(context, flows, ledger, runner);

        Map<String, Processor> ledgerSteps = new HashMap<>(steps.steps());
        ledgerSteps.putAll(quarantine.steps());
        ledgerSteps.putAll(trial.steps());
        ledgerSteps.putAll(new LedgerCapture(ledger, landing, flows).steps());
        ledgerSteps.put("fire", exchange -> runner.fire(exchange.getProperty("flow", String.class)));
        ledgerSteps.put("sweep", exchange -> runner.sweep(exchange.getProperty("flow", String.class)));
        RequestTaker requests = new RequestTaker(flows, ledger, runner, steps);
        ledgerSteps.put("look", exchange -> requests.look());
        Publisher publisher = new Publisher(template, quarantine);
        context.addComponent("ledger", new StepComponent(ledgerSteps));
        context.addComponent("hub", new StepComponent(Map.of("publish", publisher::publish)));
        context.addComponent(ReceiptRoute.COMPONENT, Broker.component(settings.connections()));
        ExecutorService chunks = context.getExecutorServiceManager()
                .newThreadPool(this, "chunk", settings.parallelism(), settings.parallelism());
        context.getRegistry().bind(RunRouteTemplate.POOL, chunks);

        context.addRoutes(new RunRouteTemplate());
        for (Flow flow : flows.values()) {
            addRoute(context, flow);
        }
        context.addRoutes(
                new ReceiptRoute(ledger, receipt -> steps.active(receipt.chunk().run())
                        .ifPresent(run -> run.sign(receipt.chunk().number()))));
        context.addRoutes(new ScheduleRoutes(flows.values()));
        context.addRoutes(new RequestRoute());
        PurgeRoute purging = new PurgeRoute(purge);
        context.addComponent("landing", purging.steps());
        context.addRoutes(purging);
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext stopping) {
                runner.stop();
                steps.stop();
            }
        });
        // Not earlier: while the context is still starting, it would stop the schedules' routes again.
        context.addStartupListener(new ExtendedStartupListener() {
            @Override
            public void onCamelContextStarted(CamelContext started, boolean alreadyStarted) {}

            @Override
            public void onCamelContextFullyStarted(CamelContext started, boolean alreadyStarted) throws Exception {
                begin(started, runner);
                runs.execute(purging::purge);
            }
        });
    }

    /** Watches, starts and stops flows; once installed. */
    public FlowControl flows() {
        return control;
    }

    private static void addRoute(CamelContext context, Flow flow) throws Exception {
        String adapter = "adapter:" + flow.system() + "/" + flow.reader() + "?action=";
        TemplatedRouteBuilder.builder(context, RunRouteTemplate.ID)
                .routeId(flow.name())
                .handler(template -> template.getRoute().setGroup(flow.system()))
                .prefixId(flow.name() + "-")
                .parameter("flow", flow.name())
                .parameter("capture", flow.isFollower() ? "ledger:follow" : adapter + "capture")
                .parameter("read", adapter + "read")
                .parameter("acknowledge", flow.isFollower() ? "ledger:nobody" : adapter + "acknowledge")
                .parameter("mapping", "mapping:" + flow.system() + "/" + flow.mapping())
                .add();
        RouteDefinition route =
                context.getCamelContextExtension().getContextPlugin(Model.class).getRouteDefinition(flow.name());
        route.setDescription(flow.summary());
        showEndpoints(route);
    }

    /** Puts the parameters' values in their places: who watches the route sees its endpoints, not placeholders. */
    private static void showEndpoints(RouteDefinition route) {
        Map<String, Object> parameters = route.getTemplateParameters();
        UnaryOperator<String> filled = uri -> {
            String text = uri;
            for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
                text = text.replace("{{" + parameter.getKey() + "}}", String.valueOf(parameter.getValue()));
            }
            return text;
        };
        route.getInput().setUri(filled.apply(route.getInput().getUri()));
        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class)
                .forEach(to -> to.setUri(filled.apply(to.getUri())));
    }

    private void begin(CamelContext context, FlowRunner runner) throws Exception {
        flows.keySet().forEach(runner::recover);
        context.getRouteController().startRoute(RequestRoute.ID);
        if (settings.scheduled()) {
            context.getRouteController().startRoute(PurgeRoute.ID);
            for (Flow flow : flows.values()) {
                if (flow.isFollower()) {
                    runner.follow(flow.name(), FlowRunner.FIRST_DELAY);
                } else {
                    context.getRouteController().startRoute(ScheduleRoutes.id(flow));
                    if (flow.fullSets().sweep() != null) {
                        context.getRouteController().startRoute(ScheduleRoutes.sweepId(flow));
                    }
                }
            }
        }
    }

    /** Nothing is left to close once the context is stopped. */
    @Override
    public void close() {}
}
