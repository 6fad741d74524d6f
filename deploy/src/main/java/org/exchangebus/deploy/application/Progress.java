package org.exchangebus.deploy.application;

/** Hears what the bus is doing, for a person who waits. */
public interface Progress {

    /** What is being done now; replaces what was said before. */
    void doing(String what);

    /** A line that stays. */
    void say(String line);

    /** Nobody waits. */
    static Progress none() {
        return new Progress() {
            @Override
            public void doing(String what) {}

            @Override
            public void say(String line) {}
        };
    }
}
