package org.exchangebus.deploy.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.AuditTable;
import org.exchangebus.routes.audit.AuditEntry;
import org.exchangebus.routes.ledger.AuditTrail;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus audit list}: the latest acts, by person, act or subject. */
@Command(name = "list", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class AuditListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Option(names = "--since", paramLabel = "DAY", descriptionKey = "audit.since")
    private @Nullable LocalDate since;

    @Option(names = "--who", paramLabel = "NAME", descriptionKey = "audit.who")
    private @Nullable String who;

    @Option(names = "--act", paramLabel = "ACT", descriptionKey = "audit.act")
    private @Nullable String act;

    @Option(names = "--subject", paramLabel = "NAME", descriptionKey = "audit.subject")
    private @Nullable String subject;

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            descriptionKey = "audit.limit",
            defaultValue = "50",
            converter = AtLeastOne.class)
    private int limit;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        Words words = Words.of(spec);
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        terminal.doing(words.say("ledger.opening"));
        try (LedgerAccess access = place.open()) {
            AuditTrail.Filter filter = new AuditTrail.Filter(
                    since == null
                            ? null
                            : since.atStartOfDay(ZoneId.systemDefault()).toInstant(),
                    who,
                    act,
                    subject,
                    limit);
            List<AuditEntry> entries = new AuditTrail(access.database()).list(filter);
            terminal.clear();
            AuditTable.write(entries, format, spec.commandLine().getOut(), words.locale());
            return ExitCode.FINE.code();
        } finally {
            terminal.clear();
        }
    }
}
