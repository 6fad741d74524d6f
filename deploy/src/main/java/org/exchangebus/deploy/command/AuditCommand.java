package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bus audit}: who did what, and the proof that nobody changed it; it tells what there is. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        resourceBundle = BusCommand.MESSAGES,
        subcommands = {AuditListCommand.class, AuditVerifyCommand.class, AuditExportCommand.class})
final class AuditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_USE.code();
    }
}
