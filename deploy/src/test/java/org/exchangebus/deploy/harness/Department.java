package org.exchangebus.deploy.harness;

import java.util.Map;

/** A department whose wells go on changing while the bus is killed; its server lives here, not in the killed process. */
interface Department extends AutoCloseable {

    /** The system's name; its only source is called {@code well}. */
    String system();

    /** Where its server listens. */
    int port();

    /** Values of the placeholders in its {@code adapter.yaml} beside {@code port}, without the system's name. */
    Map<String, String> places();

    /** Its password, where it has one. */
    String password();

    /** Lets so many wells change, and tells the truth of it. */
    void change(int wells) throws Exception;

    default String flow() {
        return system() + "-well";
    }
}
