package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it tells what there is. */
@Command(
        name = "bus",
        mixinStandardHelpOptions = true,
        resourceBundle = BusCommand.MESSAGES,
        versionProvider = Version.class,
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            BenchCommand.class,
            ValidateCommand.class,
            MapCommand.class,
            TestCommand.class,
            LineageCommand.class,
            ExplainCommand.class,
            LedgerCommand.class,
            QuarantineCommand.class,
            AuditCommand.class,
            DoctorCommand.class,
            CatalogueCommand.class
        })
final class BusCommand implements Callable<Integer> {

    static final String MESSAGES = "org.exchangebus.deploy.command.messages";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr());
        return ExitCode.WRONG_USE.code();
    }
}
