package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.catalogue.CatalogueDifference;
import org.exchangebus.deploy.catalogue.ResourceSheet;
import org.exchangebus.deploy.demo.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code bus catalogue show}: everything about one resource. */
@Command(name = "show", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class CatalogueShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private CatalogueCommand parent;

    @Parameters(paramLabel = "RESOURCE", descriptionKey = "catalogue.resource")
    private String resource;

    @Option(names = "--codes", descriptionKey = "catalogue.codes")
    private boolean codes;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        new ResourceSheet(CatalogueDifference.resource(parent.catalogue(), resource), codes)
                .write(spec.commandLine().getOut(), Words.of(spec).locale(), format);
        return ExitCode.FINE.code();
    }
}
