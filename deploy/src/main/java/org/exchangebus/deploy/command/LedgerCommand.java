package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bus ledger}: what can be asked of the ledger; it tells what there is. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        resourceBundle = BusCommand.MESSAGES,
        subcommands = {
            LedgerRunCommand.class,
            LedgerRedriveCommand.class,
            LedgerRequestsCommand.class,
            LedgerRunsCommand.class,
            LedgerCloseCommand.class,
            LedgerCertificateCommand.class,
            LedgerReconcileCommand.class,
            LedgerDaysCommand.class,
            LedgerCheckCommand.class,
            LedgerPurgeCommand.class
        })
final class LedgerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.WRONG_USE.code();
    }
}
