package org.exchangebus.deploy.command;

import java.nio.file.Path;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusYaml;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that looks into a ledger, whether its bus runs or not. */
final class LedgerPlace {

    @Option(names = "--config", paramLabel = "FILE", descriptionKey = "config.of")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data.of", defaultValue = "data")
    private Path data;

    BusConfiguration configuration() {
        return config == null ? BusConfiguration.embedded(data, null, 0, false) : BusYaml.read(config);
    }

    LedgerAccess open() {
        return LedgerAccess.open(configuration());
    }
}
