package org.exchangebus.deploy.check;

import java.util.List;
import org.exchangebus.schemas.problem.Finding;

/**
 * What a check found.
 *
 * @param found the settings that were seen, or why nothing could be seen
 * @param findings what the bus does not start with
 */
public record CheckResult(Outcome outcome, String found, List<Finding> findings) {

    /** How it came out. */
    public enum Outcome {
        HOLDS,
        REFUSED,
        NOT_CHECKED
    }

    public CheckResult {
        findings = List.copyOf(findings);
    }

    static CheckResult of(String found, List<Finding> findings) {
        return new CheckResult(findings.isEmpty() ? Outcome.HOLDS : Outcome.REFUSED, found, findings);
    }

    static CheckResult notChecked(String why) {
        return new CheckResult(Outcome.NOT_CHECKED, why, List.of());
    }
}
