package org.exchangebus.deploy.broker;

/** Where a broker is, and as whom the bus goes there. */
public record BrokerAddress(String url, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
