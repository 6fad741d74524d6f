package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.catalogue.ResourceList;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.schemas.catalogue.Metadata;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code bus catalogue list}: which resources there are. */
@Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class CatalogueListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private CatalogueCommand parent;

    @Option(names = "--class", paramLabel = "CLASS", descriptionKey = "catalogue.class")
    private Metadata.@Nullable ResourceClass resourceClass;

    @Option(names = "--provider", paramLabel = "TEXT", descriptionKey = "catalogue.provider")
    private @Nullable String provider;

    @Option(names = "--sharing", paramLabel = "TYPE", descriptionKey = "catalogue.sharing")
    private Metadata.@Nullable SharingType sharing;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        new ResourceList(parent.catalogue(), new ResourceList.Filter(resourceClass, provider, sharing))
                .write(spec.commandLine().getOut(), Words.of(spec).locale(), format);
        return ExitCode.FINE.code();
    }
}
