package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bus quarantine}: what waits, and what people do with it; it tells what there is. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        resourceBundle = BusCommand.MESSAGES,
        subcommands = {
            QuarantineListCommand.class,
            QuarantineShowCommand.class,
            QuarantineEditCommand.class,
            QuarantineApproveCommand.class,
            QuarantineDiscardCommand.class,
            QuarantineResubmitCommand.class,
            QuarantineStopCommand.class
        })
final class QuarantineCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_USE.code();
    }
}
