package org.exchangebus.deploy.postgres;

/** Where a database is, and as whom the bus goes there. */
public record DatabaseAddress(String url, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
