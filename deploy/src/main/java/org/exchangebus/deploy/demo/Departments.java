package org.exchangebus.deploy.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.simulator.CreditOffice;
import org.exchangebus.adapters.simulator.HouseholdRegister;
import org.exchangebus.adapters.simulator.LandOffice;
import org.exchangebus.adapters.simulator.MarketRegistry;
import org.exchangebus.adapters.simulator.Simulator;
import org.exchangebus.deploy.data.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The four simulated departments: real servers on the loopback interface with made-up data. */
public final class Departments implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Departments.class);
    private static final long SEED = 2017;

    /** Starts one department on its directory. */
    private interface Start {
        Simulator on(Path directory, long seed) throws Exception;
    }

    private static final Map<String, Start> STARTS = Map.of(
            "credit-office", CreditOffice::start,
            "household-register", HouseholdRegister::start,
            "land-office", LandOffice::start,
            "market-registry", MarketRegistry::start);

    private final List<Simulator> simulators;

    private Departments(List<Simulator> simulators) {
        this.simulators = List.copyOf(simulators);
    }

    /** Starts all four at once, each with its data below {@code <data>/departments}. */
    public static Departments start(DataDirectory data) {
        Path home = data.directory("departments");
        List<CompletableFuture<Simulator>> starting = STARTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        CompletableFuture.supplyAsync(() -> start(entry.getValue(), home.resolve(entry.getKey()))))
                .toList();
        List<Simulator> started = new ArrayList<>();
        CompletionException failure = null;
        for (CompletableFuture<Simulator> simulator : starting) {
            try {
                started.add(simulator.join());
            } catch (CompletionException e) {
                failure = e;
            }
        }
        Departments departments = new Departments(started);
        if (failure != null) {
            departments.close();
            throw failure;
        }
        return departments;
    }

    public List<Simulator> all() {
        return simulators;
    }

    /** Addresses and secrets that the bundled systems' placeholders name. */
    public Lookup lookup() {
        Map<String, String> addresses = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (Simulator simulator : simulators) {
            addresses.putAll(simulator.addresses());
            secrets.putAll(simulator.secrets());
        }
        return new Lookup() {
            @Override
            public Optional<String> address(String name) {
                return Optional.ofNullable(addresses.get(name));
            }

            @Override
            public Optional<Secret> secret(String name) {
                return Optional.ofNullable(secrets.get(name)).map(Secret::new);
            }
        };
    }

    /** One line per department that tells a person how to look into it. */
    public List<String> invitations() {
        return simulators.stream().map(Simulator::invitation).toList();
    }

    /** Lets some time pass at every department. */
    public void tick() {
        for (Simulator simulator : simulators) {
            try {
                simulator.tick();
            } catch (Exception e) {
                LOG.warn("{} did not change its data: {}", simulator.system(), e.toString());
            }
        }
    }

    @Override
    public void close() {
        simulators.parallelStream().forEach(simulator -> {
            try {
                simulator.close();
            } catch (Exception e) {
                LOG.warn("{} did not close: {}", simulator.system(), e.toString());
            }
        });
    }

    private static Simulator start(Start start, Path directory) {
        try {
            return start.on(directory, SEED);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
