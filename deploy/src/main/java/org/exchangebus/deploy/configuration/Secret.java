package org.exchangebus.deploy.configuration;

/** A text that is never shown. */
public record Secret(String text) {

    @Override
    public String toString() {
        return "***";
    }
}
