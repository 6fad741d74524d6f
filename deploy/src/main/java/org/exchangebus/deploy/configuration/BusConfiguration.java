package org.exchangebus.deploy.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.exchangebus.routes.landing.LandingKeys;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bus.yaml} says; immutable, and complete when it exists.
 *
 * @param roles which halves of the exchange run in this process
 * @param data directory of everything embedded, of the landing store, the logs and the passwords made here
 * @param systems folder of system folders; null where there are none
 * @param catalogue folder of resources beside those that ship with the bus; null where there are none
 * @param database an external PostgreSQL; null for the embedded one
 * @param broker an external Artemis; null for the embedded one
 */
public record BusConfiguration(
        Set<Role> roles,
        Path data,
        @Nullable Path systems,
        @Nullable Path catalogue,
        @Nullable Server database,
        @Nullable Server broker,
        Web web,
        Schedule schedule,
        Landing landing,
        Delivery delivery) {

    public BusConfiguration {
        roles = Set.copyOf(roles);
    }

    /** One half of the exchange. */
    public enum Role {
        BUS,
        HUB
    }

    /** A server that is not ours. */
    public record Server(String url, String user, Secret password) {}

    /**
     * Where the web pages and Hawtio are.
     *
     * @param address an address of this machine; the loopback interface unless said otherwise
     * @param port 0 for any free one
     */
    public record Web(String address, int port) {

        public static final String LOOPBACK = "127.0.0.1";
        public static final int PORT = 8080;
    }

    /**
     * When flows run.
     *
     * @param enabled whether flows run on their own; false leaves all to {@code runNow}
     */
    public record Schedule(boolean enabled) {}

    /**
     * Where everything that is taken is kept.
     *
     * @param keys what it is sealed with; null for a key that is made in the data directory, as its passwords are
     * @param keep how long what a run took stays once it is proven and acknowledged
     * @param budget most bytes that it holds
     * @param reserve bytes that stay free on its disk
     */
    public record Landing(@Nullable LandingKeys keys, Duration keep, long budget, long reserve) {

        static final Duration KEEP = Duration.ofDays(90);
        static final long BUDGET = 100_000_000_000L;
        static final long RESERVE = 1_000_000_000L;

        /** Of a demonstration, on whatever disk it is tried. */
        static final Landing EMBEDDED = new Landing(null, KEEP, 10_000_000_000L, 256_000_000L);
    }

    /**
     * How runs are delivered.
     *
     * @param chunks how many chunks of a run may be out without a receipt of the hub
     */
    public record Delivery(int chunks) {

        static final int LEAST = 2;
        static final int MOST = 10_000;

        /** Some 16 MB a run at the broker, and a second of the hub's work. */
        static final Delivery USUAL = new Delivery(64);
    }

    /** Everything embedded below one directory. */
    public static BusConfiguration embedded(Path data, @Nullable Path systems, int port, boolean scheduled) {
        return new BusConfiguration(
                Set.of(Role.BUS, Role.HUB),
                data,
                systems,
                null,
                null,
                null,
                new Web(Web.LOOPBACK, port),
                new Schedule(scheduled),
                Landing.EMBEDDED,
                Delivery.USUAL);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
