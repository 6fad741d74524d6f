package org.exchangebus.deploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.exchangebus.deploy.Main;
import org.exchangebus.deploy.application.Exchange;
import org.exchangebus.deploy.application.Infrastructure;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.data.DataDirectory;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole demonstration, started once for all tests that ask for it, on a directory on which another process
 * was killed in the middle of its work.
 */
public final class RunningDemo implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Demo.class, key -> Demo.start(), Demo.class);
    }

    /** What runs, and what the first round after the kill brought. */
    public static final class Demo implements ExtensionContext.Store.CloseableResource {

        private final Path directory;
        private final Deque<AutoCloseable> started = new ArrayDeque<>();
        private final Departments departments;
        private final Infrastructure infrastructure;
        private final Exchange exchange;
        private final List<RunResult> firstRound;

        private Demo(Path directory) throws Exception {
            this.directory = directory;
            DataDirectory data = push(DataDirectory.open(directory));
            Runtime.getRuntime().addShutdownHook(new Thread(this::closeQuietly));
            CompletableFuture<Departments> starting = CompletableFuture.supplyAsync(() -> Departments.start(data));
            BusConfiguration configuration = BusConfiguration.embedded(directory, null, 0, false);
            infrastructure = push(Infrastructure.start(configuration, data));
            departments = push(starting.join());
            Exchange.Plan plan = new Exchange.Plan(configuration, departments.lookup(), true, true);
            exchange = push(Exchange.start(plan, data, infrastructure));
            firstRound = round();
        }

        private static Demo start() {
            try {
                Path directory = Files.createTempDirectory("exchange-bus");
                killInTheMiddle(directory);
                return new Demo(directory);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        public Departments departments() {
            return departments;
        }

        public Infrastructure infrastructure() {
            return infrastructure;
        }

        public Exchange exchange() {
            return exchange;
        }

        List<RunResult> firstRound() {
            return firstRound;
        }

        public Path directory() {
            return directory;
        }

        List<RunResult> round() throws InterruptedException {
            return new OneRound(exchange.flows().orElseThrow(), Duration.ofMinutes(5), run -> {}).run();
        }

        @Override
        public void close() throws Exception {
            while (!started.isEmpty()) {
                started.pop().close();
            }
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }

        /** A start that failed half way leaves no server behind. */
        private void closeQuietly() {
            try {
                close();
            } catch (Exception ignored) {
                // The directory is a temporary one.
            }
        }

        private <T extends AutoCloseable> T push(T resource) {
            started.push(resource);
            return resource;
        }

        /** A process of its own is killed as soon as something has landed. */
        private static void killInTheMiddle(Path directory) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx400m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "demo",
                            "--once",
                            "--data",
                            directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(directory
                            .resolveSibling(directory.getFileName() + ".killed.log")
                            .toFile())
                    .start();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(6))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !process.isAlive() || hasLanded(directory.resolve("landing")));
            process.destroyForcibly();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not killed");
            }
        }

        private static boolean hasLanded(Path landing) throws IOException {
            if (!Files.isDirectory(landing)) {
                return false;
            }
            try (Stream<Path> files = Files.walk(landing)) {
                return files.anyMatch(Files::isRegularFile);
            } catch (java.io.UncheckedIOException movedMeanwhile) {
                return false;
            }
        }
    }
}
