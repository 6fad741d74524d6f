package org.exchangebus.deploy.command;

import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.ledger.CertificateSheet;
import org.exchangebus.routes.ledger.Certificate;
import org.exchangebus.routes.ledger.Certificates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bus ledger certificate}: everything that can be proven of a run, to be filed. */
@Command(name = "certificate", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerCertificateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Mixin
    private SheetOption sheet;

    @Parameters(paramLabel = "RUN", descriptionKey = "run.number")
    private long run;

    @Override
    public Integer call() {
        Words words = Words.of(spec);
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        terminal.doing(words.say("ledger.opening"));
        try (LedgerAccess access = place.open()) {
            Certificate certificate = new Certificates(access.database()).of(run);
            terminal.clear();
            sheet.write(spec.commandLine().getOut(), (format, out) -> new CertificateSheet(certificate)
                    .write(format, out, words.locale()));
            return (certificate.isProven() ? ExitCode.FINE : ExitCode.FINDINGS).code();
        } finally {
            terminal.clear();
        }
    }
}
