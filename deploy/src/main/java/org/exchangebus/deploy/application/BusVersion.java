package org.exchangebus.deploy.application;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version that was built. */
public final class BusVersion {

    private static final String FILE = "/org/exchangebus/deploy/command/version.properties";

    private BusVersion() {}

    public static String text() {
        try (InputStream in = Objects.requireNonNull(BusVersion.class.getResourceAsStream(FILE))) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
