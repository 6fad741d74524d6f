package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.catalogue.CatalogueDifference;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code bus catalogue diff}: what changed, what breaks, and for whom. */
@Command(name = "diff", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class CatalogueDiffCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private CatalogueCommand parent;

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "catalogue.old")
    private String older;

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "catalogue.new")
    private String newer;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        Catalogue catalogue = parent.catalogue();
        CatalogueDifference difference;
        try {
            difference = CatalogueDifference.between(catalogue, older, newer);
        } catch (ProblemException e) {
            spec.commandLine().getErr().println(e.render(Words.of(spec).locale()));
            return ExitCode.ofArgument(e.findings()).code();
        }
        difference.write(spec.commandLine().getOut(), Words.of(spec).locale(), format);
        return (difference.breaks() ? ExitCode.FINDINGS : ExitCode.FINE).code();
    }
}
