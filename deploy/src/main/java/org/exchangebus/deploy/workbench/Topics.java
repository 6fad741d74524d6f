package org.exchangebus.deploy.workbench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.deploy.problem.KnownProblems;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.Similar;
import org.exchangebus.transformers.function.Function;
import org.exchangebus.transformers.function.FunctionReference;
import org.exchangebus.transformers.function.Functions;

/** What can be looked up: every problem by its code, every function of the mapping language by its name. */
public final class Topics {

    private final PrintWriter out;
    private final Locale locale;
    private final ReportFormat format;
    private final Texts texts;

    public Topics(PrintWriter out, Locale locale, ReportFormat format) {
        this.out = out;
        this.locale = locale;
        this.format = format;
        texts = new Texts(locale);
    }

    /**
     * Tells of one.
     *
     * @throws ProblemException if there is nothing of that name
     */
    public void tell(String name) {
        Optional<Problem> problem = KnownProblems.ofCode(name.toUpperCase(Locale.ROOT));
        Function function = Functions.named(name);
        if (problem.isPresent()) {
            tell(problem.get());
        } else if (function != null) {
            tell(function);
        } else {
            List<String> known = new ArrayList<>(Functions.names());
            KnownProblems.all().map(Problem::code).forEach(known::add);
            throw new ProblemException(
                    Finding.of("bus", DeployProblem.NOTHING_TO_EXPLAIN, name, Similar.nearest(name, known)));
        }
        out.flush();
    }

    /** Names all of them, a line each. */
    public void list() {
        List<Problem> problems = KnownProblems.all().toList();
        if (format == ReportFormat.TEXT) {
            out.println(texts.say("explain.functions", Functions.all().size()));
            Functions.all().forEach(function -> out.println("    " + function.usage()));
            out.println(texts.say("explain.codes", problems.size()));
            problems.forEach(problem -> out.println("    " + problem.code() + "  " + meaning(problem)));
        } else {
            Functions.all().forEach(function -> out.println(json(function)));
            problems.forEach(problem -> out.println(json(problem)));
        }
        out.flush();
    }

    private void tell(Problem problem) {
        if (format == ReportFormat.JSON) {
            out.println(json(problem));
            return;
        }
        ProblemPage page = ProblemPage.of(problem);
        out.println(problem.code());
        section("explain.means", page.meaning(locale));
        section("explain.causes", page.causes(locale));
        section("explain.mend", page.remedy(locale));
        section("explain.example", page.example(locale));
    }

    private void section(String title, String text) {
        if (!text.isEmpty()) {
            out.println();
            out.println(texts.say(title));
            text.lines().forEach(line -> out.println("    " + line));
        }
    }

    private void tell(Function function) {
        out.print(
                format == ReportFormat.JSON
                        ? json(function) + System.lineSeparator()
                        : FunctionReference.markdown(function, locale));
    }

    private String meaning(Problem problem) {
        return ProblemPage.of(problem).meaning(locale);
    }

    private ObjectNode json(Problem problem) {
        ProblemPage page = ProblemPage.of(problem);
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", problem.code())
                .put("means", page.meaning(locale))
                .put("causes", page.causes(locale))
                .put("remedy", page.remedy(locale))
                .put("example", page.example(locale));
    }

    private ObjectNode json(Function function) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("function", function.name())
                .put("usage", function.usage())
                .put("summary", function.summary(locale))
                .put("page", FunctionReference.markdown(function, locale));
    }
}
