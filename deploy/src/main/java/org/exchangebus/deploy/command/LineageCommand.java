package org.exchangebus.deploy.command;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.BusVersion;
import org.exchangebus.deploy.workbench.LineageReport;
import org.exchangebus.deploy.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus lineage}: which systems fill an item, what depends on a field, all of a system or a resource. */
@Command(name = "lineage", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LineageCommand implements Callable<Integer> {

    private static final String PRODUCER = "urn:exchange-bus:";

    enum Format {
        TEXT,
        JSON,
        OPENLINEAGE
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlacesOption places;

    @Parameters(paramLabel = "ITEM|FIELD|SYSTEM", descriptionKey = "lineage.name")
    private String name;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private Format format;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench bench = Workbench.open(places.places(), null)) {
            LineageReport report = new LineageReport(bench, out, Words.of(spec).locale());
            switch (format) {
                case TEXT -> report.text(name);
                case JSON -> report.json(name);
                case OPENLINEAGE ->
                    report.openLineage(
                            name,
                            PRODUCER + BusVersion.text(),
                            Clock.systemUTC().instant());
            }
            return ExitCode.FINE.code();
        }
    }
}
