package org.exchangebus.deploy.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.Exchange;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.audit.AuditEntry;
import org.exchangebus.routes.audit.AuditLines;
import org.exchangebus.routes.audit.ChainCheck;
import org.exchangebus.routes.audit.Head;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.ledger.AuditTrail;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus audit verify}: names the first bad entry, of the table or of an export; changes nothing. */
@Command(name = "verify", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class AuditVerifyCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TOLD_EVERY = 50_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "audit.file")
    private @Nullable Path file;

    @Option(names = "--heads", paramLabel = "FILE", descriptionKey = "audit.heads")
    private @Nullable Path heads;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    private Words words;
    private Terminal terminal;
    private long entries;

    @Override
    public Integer call() {
        words = Words.of(spec);
        terminal = Terminal.on(spec.commandLine().getErr());
        try {
            List<Head> exported = exported();
            ChainCheck check = new ChainCheck(exported);
            Head head = file == null ? table(check) : export(file, check);
            Finding first = check.end(head).orElse(null);
            terminal.clear();
            tell(exported.size(), first);
            return (first == null ? ExitCode.FINE : ExitCode.FINDINGS).code();
        } finally {
            terminal.clear();
        }
    }

    /** Those that are named; else those of the bus, where its table is asked. */
    private List<Head> exported() {
        Path kept = heads;
        if (kept == null && file == null) {
            kept = place.configuration().data().resolve(Exchange.AUDIT).resolve(Exchange.HEADS);
        } else if (kept != null && !Files.isRegularFile(kept)) {
            throw missing(kept);
        }
        try {
            return kept == null ? List.of() : new HeadFile(kept).read();
        } catch (IOException e) {
            throw missing(kept);
        }
    }

    private @Nullable Head table(ChainCheck check) {
        terminal.doing(words.say("ledger.opening"));
        try (LedgerAccess access = place.open()) {
            return new AuditTrail(access.database()).read(entry -> take(check, entry));
        }
    }

    private @Nullable Head export(Path from, ChainCheck check) {
        try {
            return AuditLines.read(from, entry -> take(check, entry));
        } catch (IOException e) {
            throw missing(from);
        }
    }

    private void take(ChainCheck check, AuditEntry entry) {
        check.take(entry);
        entries++;
        if (entries % TOLD_EVERY == 0) {
            terminal.doing(words.say("audit.verifying", entries));
        }
    }

    private void tell(int exported, @Nullable Finding first) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == ReportFormat.JSON) {
            ObjectNode line = JSON.createObjectNode()
                    .put("entries", entries)
                    .put("heads", exported)
                    .put("holds", first == null);
            if (first != null) {
                line.put("where", first.where()).put("code", first.problem().code());
                line.put("text", first.problem().text(words.locale(), first.arguments()));
            }
            out.println(line);
        } else if (first == null) {
            out.println(words.say("audit.holds", entries, exported));
        } else {
            out.println(first.render(words.locale()));
        }
        out.flush();
    }

    private static ProblemException missing(Path file) {
        return new ProblemException(Finding.of(file.toString(), DeployProblem.AUDIT_FILE_IS_MISSING, file.toString()));
    }
}
