package org.exchangebus.schemas.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that was found wrong at once; carries a message for people, never a payload. */
public final class ProblemException extends RuntimeException {

    private final transient List<Finding> findings;

    public ProblemException(List<Finding> findings) {
        super(render(findings, Locale.ENGLISH));
        this.findings = List.copyOf(findings);
    }

    public ProblemException(Finding finding) {
        this(List.of(finding));
    }

    public ProblemException(Finding finding, Throwable cause) {
        this(List.of(finding));
        initCause(cause);
    }

    public List<Finding> findings() {
        return findings;
    }

    /** All findings, one below the other. */
    public String render(Locale locale) {
        return render(findings, locale);
    }

    private static String render(List<Finding> findings, Locale locale) {
        return findings.stream().map(f -> f.render(locale)).collect(Collectors.joining(System.lineSeparator()));
    }
}
