package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.workbench.FindingReport;
import org.exchangebus.deploy.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus validate}: everything that is wrong with a system's files, without connecting to it. */
@Command(name = "validate", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private PlacesOption places;

    @Parameters(paramLabel = "SYSTEM", descriptionKey = "system.one")
    private String system;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        FindingReport report =
                new FindingReport(spec.commandLine().getOut(), Words.of(spec).locale(), format);
        return (report.write(system, Workbench.findings(places.places(), system)) ? ExitCode.FINE : ExitCode.FINDINGS)
                .code();
    }
}
