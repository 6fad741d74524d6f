package org.exchangebus.deploy.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.ledger.PurgeReport;
import org.exchangebus.routes.landing.LandingFiles;
import org.exchangebus.routes.ledger.Claims.Releasable;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.purge.Purge;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus ledger purge}: removes from the landing store what runs need no longer keep. */
@Command(name = "purge", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerPurgeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Option(names = "--before", paramLabel = "DAY", descriptionKey = "purge.before")
    private @Nullable LocalDate before;

    @Option(names = "--dry-run", descriptionKey = "purge.dry-run")
    private boolean isDryRun;

    @Option(names = "--who", paramLabel = "NAME", descriptionKey = "who", defaultValue = "${sys:user.name}")
    private String who;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        Words words = Words.of(spec);
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        terminal.doing(words.say("ledger.opening"));
        try (LedgerAccess access = place.open()) {
            Purge purge = new Purge(
                    new Ledger(access.database()).claims(),
                    new LandingFiles(access.landing().directory()),
                    access.landing());
            PurgeReport report = new PurgeReport(spec.commandLine().getOut(), words.locale());
            if (isDryRun) {
                List<Releasable> runs = purge.releasable(moment());
                terminal.clear();
                report.write(runs, null, format);
            } else {
                terminal.doing(words.say("purge.doing"));
                Purge.Outcome outcome = purge.run(moment(), who);
                terminal.clear();
                report.write(outcome.released(), outcome, format);
            }
            return ExitCode.FINE.code();
        } finally {
            terminal.clear();
        }
    }

    private @Nullable Instant moment() {
        return before == null
                ? null
                : before.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
