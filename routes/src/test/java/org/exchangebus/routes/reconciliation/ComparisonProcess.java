package org.exchangebus.routes.reconciliation;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.impl.DefaultCamelContext;
import org.exchangebus.routes.bus.Replay;
import org.exchangebus.routes.landing.LandingStore;
import org.exchangebus.routes.stage.Mapping;
import org.exchangebus.routes.stage.Source;
import org.exchangebus.routes.stage.Stage;

/** A comparison in a process of its own, whose heap its parent decides; prints what it found and what it took. */
public final class ComparisonProcess {

    private ComparisonProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource database = new HikariDataSource();
                DefaultCamelContext context = new DefaultCamelContext()) {
            database.setJdbcUrl(arguments[0]);
            context.addComponent("adapter", new Source());
            context.addComponent("mapping", new Mapping());
            context.start();
            AtomicLong named = new AtomicLong();
            long begin = System.nanoTime();
            try (Replay replay = new Replay(context, LandingStore.reading(Path.of(arguments[1]), Stage.KEYS))) {
                Compared compared = new Comparison(database, database, replay)
                        .compare(
                                new Comparison.Question(
                                        ComparedStage.resource(), List.of(Stage.flow("gauge", "every 1h")), null),
                                ComparedStage.NOBODY,
                                difference -> named.incrementAndGet());
                System.out.printf(
                        "{\"keys\":%d,\"rows\":%d,\"differences\":%d,\"seconds\":%.1f,\"heapPeakMiB\":%d,\"heapLimitMiB\":%d}%n",
                        compared.expected(),
                        compared.held(),
                        named.get(),
                        (System.nanoTime() - begin) / 1e9,
                        peak() >> 20,
                        Runtime.getRuntime().maxMemory() >> 20);
            }
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
