package org.exchangebus.deploy.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;

/**
 * The page of one problem: the problem's own texts, filled with the values of an example, and what usually causes it.
 *
 * <p>Example and causes stand in {@code problem-pages.yaml}, by code.
 */
public final class ProblemPage {

    private static final JsonNode PAGES = pages();

    private final Problem problem;
    private final JsonNode page;

    private ProblemPage(Problem problem, JsonNode page) {
        this.problem = problem;
        this.page = page;
    }

    public static ProblemPage of(Problem problem) {
        return new ProblemPage(problem, PAGES.path(problem.code()));
    }

    /** Whether somebody has written of causes and an example. */
    public boolean isWritten() {
        return page.isObject();
    }

    /** What is wrong, with the values of the example. */
    public String meaning(Locale locale) {
        return problem.text(locale, values());
    }

    /** What to do about it. */
    public String remedy(Locale locale) {
        return problem.remedy(locale, values());
    }

    /** What usually is behind it; empty where nobody has written that. */
    public String causes(Locale locale) {
        return page.path(locale.getLanguage().equals("zh") ? "zh" : "en").asText();
    }

    /** The problem as the bus tells it; empty where nobody has written one. */
    public String example(Locale locale) {
        return isWritten() ? new Finding(page.path("at").asText(), problem, values()).render(locale) : "";
    }

    /** The values of the example, in the order of the problem's texts. */
    public List<String> values() {
        List<String> values = new ArrayList<>();
        page.path("with").forEach(value -> values.add(value.asText()));
        return values;
    }

    /** The codes that pages are written for. */
    public static List<String> codes() {
        List<String> codes = new ArrayList<>();
        PAGES.fieldNames().forEachRemaining(codes::add);
        return codes;
    }

    private static JsonNode pages() {
        String file = "problem-pages.yaml";
        try (InputStream in = Objects.requireNonNull(ProblemPage.class.getResourceAsStream(file), file)) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
