package org.exchangebus.deploy.command;

import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that asks the bus for something: who asks, why, and whether to wait for it. */
final class AskingOption {

    @Option(names = "--who", paramLabel = "NAME", descriptionKey = "who", defaultValue = "${sys:user.name}")
    private String who;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "ask.reason")
    private @Nullable String reason;

    @Option(names = "--no-wait", descriptionKey = "ask.no-wait")
    private boolean isNotAwaited;

    /** Who asks; nobody without a name. */
    String who() {
        if (who.isBlank()) {
            throw new ProblemException(Finding.of("--who", DeployProblem.NAME_IS_MISSING));
        }
        return who.strip();
    }

    @Nullable
    String reason() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    boolean isAwaited() {
        return !isNotAwaited;
    }
}
