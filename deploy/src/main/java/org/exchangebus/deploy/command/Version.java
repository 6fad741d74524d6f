package org.exchangebus.deploy.command;

import org.exchangebus.deploy.application.BusVersion;
import picocli.CommandLine.IVersionProvider;

/** The version that was built, and the Java it runs on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"exchange-bus " + BusVersion.text() + " (Java " + Runtime.version() + ")"};
    }
}
