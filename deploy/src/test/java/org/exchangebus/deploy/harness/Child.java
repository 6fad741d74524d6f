package org.exchangebus.deploy.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.deploy.application.Exchange;
import org.exchangebus.deploy.application.Infrastructure;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusYaml;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowStatus;
import org.exchangebus.routes.ledger.RunReport;

/**
 * The application in the process that is killed. It does what its standard input says, line by line, and answers each
 * line with one: {@code round} runs every flow once; {@code rounds} does so again and again until the next line.
 */
final class Child {

    private Child() {}

    public static void main(String[] arguments) {
        try {
            run();
        } catch (Throwable e) {
            // Threads that were started already would keep a process alive that can do nothing.
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run() throws Exception {
        KillPoint point = KillPoint.ofThisProcess();
        if (point != null) {
            KillingDriver.register(point);
        }
        BusConfiguration configuration =
                BusYaml.read(Path.of(System.getProperty("harness.home")).resolve("bus.yaml"));
        DataDirectory data = DataDirectory.open(configuration.data());
        Infrastructure infrastructure = Infrastructure.start(configuration, data);
        Lookup lookup = Lookup.of(Map.of(), System::getenv, null);
        Exchange exchange =
                Exchange.start(new Exchange.Plan(configuration, lookup, false, false), data, infrastructure);
        System.out.println("ready");
        obey(exchange.flows().orElseThrow());
        exchange.close();
        infrastructure.close();
        data.close();
        System.exit(0);
    }

    private static void obey(FlowControl flows) throws InterruptedException {
        BlockingQueue<String> orders = new LinkedBlockingQueue<>();
        Thread listener = new Thread(() -> listen(orders), "orders");
        listener.setDaemon(true);
        listener.start();
        // Where the process before was killed between pausing and resuming, a flow is paused.
        flows.statuses().forEach(status -> flows.resume(status.flow(), "harness"));
        String order;
        while (!(order = orders.take()).equals("end")) {
            if (order.equals("rounds")) {
                while (orders.isEmpty()) {
                    pauseAndResume(flows);
                    round(flows);
                }
            } else {
                System.out.println(round(flows));
            }
        }
    }

    /** Takes orders; where there is nobody any more to give any, nobody wants this process either. */
    private static void listen(BlockingQueue<String> orders) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                orders.add(line);
            }
        } catch (IOException e) {
            System.err.println(e);
        }
        Runtime.getRuntime().halt(0);
    }

    /** An act of a person, so that there is something to enter in the audit. */
    private static void pauseAndResume(FlowControl flows) {
        String flow = flows.statuses().get(0).flow();
        flows.pause(flow, "harness", "between two rounds");
        flows.resume(flow, "harness");
    }

    /** States and reasons of the runs that are not proven; an empty line where all are. */
    private static String round(FlowControl flows) {
        Map<String, CompletableFuture<RunReport>> runs = new TreeMap<>();
        List<FlowStatus> statuses = flows.statuses();
        statuses.forEach(status -> runs.put(status.flow(), flows.run(status.flow())));
        StringBuilder red = new StringBuilder();
        runs.forEach((flow, run) -> {
            String state = run.handle((report, failure) -> failure != null
                            ? failure.toString()
                            : report.isBalanced() ? "" : report.state() + ' ' + report.reason())
                    .join();
            red.append(state.isEmpty() ? "" : flow + ": " + state.replace('\n', ' ') + "; ");
        });
        return "round " + red;
    }
}
