package org.exchangebus.deploy.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code bus catalogue}: looks into the catalogue; needs no database and no broker. */
@Command(
        name = "catalogue",
        mixinStandardHelpOptions = true,
        resourceBundle = BusCommand.MESSAGES,
        subcommands = {
            CatalogueListCommand.class,
            CatalogueShowCommand.class,
            CatalogueExportCommand.class,
            CatalogueDiffCommand.class
        })
final class CatalogueCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--catalogue", paramLabel = "DIR", descriptionKey = "catalogue.folder", scope = ScopeType.INHERIT)
    private @Nullable Path folder;

    /** The resources that ship, and those of the caller's folder. */
    Catalogue catalogue() {
        return folder == null ? Catalogue.bundled() : Catalogue.bundled().with(folder);
    }

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr());
        return ExitCode.WRONG_USE.code();
    }
}
