package org.exchangebus.deploy.command;

import java.nio.file.Path;
import org.exchangebus.deploy.workbench.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that reads systems without connecting to them. */
final class PlacesOption {

    @Option(names = "--systems", paramLabel = "DIR", descriptionKey = "systems")
    private @Nullable Path systems;

    @Option(names = "--catalogue", paramLabel = "DIR", descriptionKey = "catalogue")
    private @Nullable Path catalogue;

    Workbench.Places places() {
        return new Workbench.Places(systems, catalogue);
    }
}
