package org.exchangebus.deploy.command;

import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import picocli.CommandLine.Option;

/** Who does something that is entered in the audit. */
final class ActorOption {

    @Option(names = "--who", paramLabel = "NAME", descriptionKey = "who", defaultValue = "${sys:user.name}")
    private String who;

    /** A name; a problem without one. */
    String who() {
        if (who.isBlank()) {
            throw new ProblemException(Finding.of("--who", DeployProblem.NAME_IS_MISSING));
        }
        return who.strip();
    }

    /** What was said as a reason; a problem where that is nothing. */
    static String said(String reason) {
        if (reason.isBlank()) {
            throw new ProblemException(Finding.of("--reason", DeployProblem.WHY_IS_MISSING));
        }
        return reason.strip();
    }
}
