package org.exchangebus.deploy.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.exchangebus.deploy.application.Examination;
import org.exchangebus.deploy.check.CheckResult;
import org.exchangebus.deploy.check.SelfCheck;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.schemas.problem.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bus doctor}: everything that a start looks at before its first route, and what it would say. */
@Command(name = "doctor", mixinStandardHelpOptions = true, resourceBundle = BusCommand.MESSAGES)
final class DoctorCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Mixin
    private LedgerPlace place;

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "format", defaultValue = "text")
    private ReportFormat format;

    @Override
    public Integer call() {
        Words words = Words.of(spec);
        Terminal terminal = Terminal.on(spec.commandLine().getErr());
        BusConfiguration configuration = place.configuration();
        terminal.doing(words.say("doctor.looking"));
        try {
            List<Finding> findings = new Examination(configuration, (check, result) -> {
                        terminal.clear();
                        tell(words, check, result);
                    })
                    .look();
            return (findings.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS).code();
        } finally {
            terminal.clear();
        }
    }

    private void tell(Words words, SelfCheck check, CheckResult result) {
        PrintWriter out = spec.commandLine().getOut();
        String outcome = result.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (format == ReportFormat.JSON) {
            ObjectNode line = JSON.createObjectNode()
                    .put("check", check.name())
                    .put("outcome", outcome)
                    .put("found", result.found());
            ArrayNode findings = line.putArray("findings");
            for (Finding finding : result.findings()) {
                findings.addObject()
                        .put("where", finding.where())
                        .put("code", finding.problem().code())
                        .put("text", finding.problem().text(words.locale(), finding.arguments()));
            }
            out.println(line);
        } else {
            out.println(words.say("doctor." + outcome) + "  " + words.say("check." + check.name()) + "  ("
                    + result.found() + ")");
            result.findings().forEach(finding -> out.println("  " + finding.render(words.locale())));
        }
        out.flush();
    }
}
