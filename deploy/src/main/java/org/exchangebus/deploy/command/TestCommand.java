package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.workbench.ExampleRun;
import org.exchangebus.deploy.workbench.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus test}: the examples of a system's mappings, and what no example shows. */
@Command(name = "test", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class TestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlacesOption places;

    @Parameters(paramLabel = "SYSTEM", arity = "0..1", descriptionKey = "system.all")
    private @Nullable String system;

    @Option(names = "--update", descriptionKey = "update")
    private boolean update;

    @Option(names = "--show-values", descriptionKey = "show-values")
    private boolean showValues;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() throws Exception {
        Words words = Words.of(spec);
        try (Workbench bench = Workbench.open(places.places(), system)) {
            boolean isAsExpected = new ExampleRun(bench, update, showValues)
                    .run(spec.commandLine().getOut(), words.locale(), format);
            return (isAsExpected ? ExitCode.FINE : ExitCode.FINDINGS).code();
        }
    }
}
