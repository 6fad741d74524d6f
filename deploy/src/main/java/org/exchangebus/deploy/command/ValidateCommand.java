package org.exchangebus.deploy.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.deploy.workbench.FindingReport;
import org.exchangebus.deploy.workbench.Workbench;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
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
        return (report.write(system, findings()) ? ExitCode.FINE : ExitCode.FINDINGS).code();
    }

    private List<Finding> findings() {
        try (Workbench bench = Workbench.open(places.places(), system)) {
            return List.of();
        } catch (ProblemException e) {
            if (e.findings().get(0).problem() instanceof DeployProblem) {
                throw e;
            }
            return e.findings();
        }
    }
}
