package org.exchangebus.deploy.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.exchangebus.deploy.application.Exchange;
import org.exchangebus.deploy.application.Infrastructure;
import org.exchangebus.deploy.application.WebAddress;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusYaml;
import org.exchangebus.deploy.data.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus run}: the production start, as {@code bus.yaml} says. */
@Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "config", defaultValue = "bus.yaml")
    private Path config;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "verbose")
    private boolean verbose;

    @Override
    public Integer call() throws Exception {
        Words words = new Words(Locale.getDefault());
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        BusConfiguration configuration = BusYaml.read(config);
        WebAddress.requireFree(configuration.web());
        try (Interruption interruption = new Interruption();
                DataDirectory data = DataDirectory.open(configuration.data())) {
            Terminal.logTo(data.path(), verbose);
            terminal.doing(words.say("progress.servers"));
            try (Infrastructure infrastructure = Infrastructure.start(configuration, data);
                    Exchange exchange = Exchange.start(
                            new Exchange.Plan(configuration, Exchange.secretsOf(data), false, true),
                            data,
                            infrastructure)) {
                terminal.clear();
                new Invitation(words, terminal)
                        .console(exchange, configuration.web().address(), data);
                terminal.say(words.say(
                        "run.flows",
                        exchange.flows().map(flows -> flows.statuses().size()).orElse(0)));
                awaitInterruption();
            } catch (Exception e) {
                if (!interruption.hasCome()) {
                    throw e;
                }
            } finally {
                Thread.interrupted();
                terminal.clear();
            }
            return 130;
        }
    }

    /** Returns, with the interrupt taken note of, when the process is to end. */
    private static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // The flag is cleared, so that closing is not cut short.
        }
    }
}
