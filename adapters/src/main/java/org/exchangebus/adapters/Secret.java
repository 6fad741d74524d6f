package org.exchangebus.adapters;

/** A password or key; shows itself only to whoever asks for it by name. */
public final class Secret {

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The secret itself; not for messages, logs or segments. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
