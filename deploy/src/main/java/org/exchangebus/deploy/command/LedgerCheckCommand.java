package org.exchangebus.deploy.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.routes.landing.LandingCheck;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.exchangebus.schemas.problem.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus ledger check}: whether the ledger, the landing store and the hub agree; changes nothing. */
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class LedgerCheckCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Option(names = "--deep", descriptionKey = "deep")
    private boolean isDeep;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        Words words = new Words(Locale.getDefault());
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new ArrayList<>();
        terminal.doing(words.say("ledger.opening"));
        try (LedgerAccess access = place.open()) {
            LedgerCheck check = new LedgerCheck(access.database());
            check.run(outcome -> {
                terminal.clear();
                String name =
                        outcome.invariant().name().toLowerCase(Locale.ROOT).replace('_', '-');
                tell(out, words, outcome.invariant().code(), name, outcome.findings());
                findings.addAll(outcome.findings());
            });
            terminal.doing(words.say("ledger.landing"));
            List<Finding> landed = landed(
                    check,
                    new LandingCheck(
                            access.landing().directory(), access.landing().keys()));
            terminal.clear();
            tell(out, words, "ROUTES-004", "landed-bytes-are-gone-or-changed", landed);
            findings.addAll(landed);
        } finally {
            terminal.clear();
        }
        out.flush();
        return (findings.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS).code();
    }

    private List<Finding> landed(LedgerCheck check, LandingCheck landing) {
        List<Finding> found = new ArrayList<>();
        check.landed(segment -> landing.check(segment, isDeep).ifPresent(found::add));
        return found;
    }

    private void tell(PrintWriter out, Words words, String code, String name, List<Finding> findings) {
        if (format == ReportFormat.TEXT) {
            out.println(words.say(findings.isEmpty() ? "ledger.holds" : "ledger.broken", code, name, findings.size()));
            findings.forEach(finding -> out.println("  " + finding.render(words.locale())));
            return;
        }
        ObjectNode line = JSON.createObjectNode().put("code", code).put("name", name);
        line.put("found", findings.size());
        ArrayNode places = line.putArray("findings");
        for (Finding finding : findings) {
            places.addObject()
                    .put("where", finding.where())
                    .put("code", finding.problem().code())
                    .put("text", finding.problem().text(words.locale(), finding.arguments()));
        }
        out.println(line);
    }
}
