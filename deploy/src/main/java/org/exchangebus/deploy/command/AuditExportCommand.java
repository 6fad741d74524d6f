package org.exchangebus.deploy.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.audit.AuditEntry;
import org.exchangebus.routes.audit.AuditLines;
import org.exchangebus.routes.audit.Head;
import org.exchangebus.routes.ledger.AuditTrail;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus audit export}: the whole audit as JSON Lines, to be verified elsewhere without a database. */
@Command(name = "export", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class AuditExportCommand implements Callable<Integer> {

    private static final long TOLD_EVERY = 50_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "audit.to", required = true)
    private Path to;

    private long entries;

    @Override
    public Integer call() {
        Words words = Words.of(spec);
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        if (Files.exists(to)) {
            throw new ProblemException(Finding.of(to.toString(), DeployProblem.EXPORT_IS_THERE, to.toString()));
        }
        terminal.doing(words.say("ledger.opening"));
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try (LedgerAccess access = place.open()) {
            try (BufferedWriter out = Files.newBufferedWriter(part)) {
                Head head = new AuditTrail(access.database()).read(entry -> write(out, entry, words, terminal));
                if (head != null) {
                    out.write(AuditLines.of(head) + "\n");
                }
            }
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            terminal.say(words.say("audit.exported", entries, to));
            return ExitCode.FINE.code();
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    Finding.of(to.toString(), DeployProblem.EXPORT_NOT_WRITTEN, to.toString(), e.toString()), e);
        } finally {
            terminal.clear();
        }
    }

    private void write(BufferedWriter out, AuditEntry entry, Words words, Terminal terminal) {
        try {
            out.write(AuditLines.of(entry) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries++;
        if (entries % TOLD_EVERY == 0) {
            terminal.doing(words.say("audit.exporting", entries));
        }
    }
}
