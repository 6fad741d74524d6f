package org.exchangebus.adapters.simulator;

import java.util.List;
import java.util.Map;

/** A simulated department: a real server on loopback that makes up its data and goes on changing it. */
public interface Simulator extends AutoCloseable {

    /**
     * What a source holds now, as the simulator itself counts it.
     *
     * @param source name of the source in the system's {@code adapter.yaml}
     * @param good how many different records the registry has to hold
     * @param bad how many records of the last state have to be in quarantine
     */
    record Expected(String source, long good, long bad) {}

    /** The system's name, as its folder has it. */
    String system();

    /** Values of the placeholders that its {@code adapter.yaml} names, such as {@code market-registry.port}. */
    Map<String, String> addresses();

    /** Values of the secrets that its {@code adapter.yaml} names. */
    Map<String, String> secrets();

    /** One line that tells a person how to look into the department, passwords included. */
    String invitation();

    /** What the department holds now, by source. */
    List<Expected> expected();

    /** Lets some time pass at the department: inserts, updates, now and then something bad. */
    void tick() throws Exception;

    @Override
    void close() throws Exception;
}
