package org.exchangebus.deploy.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that asks the bus for something: who asks, why, and whether to wait for it. */
final class AskingOption {

    @Mixin
    private ActorOption actor;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "ask.reason")
    private @Nullable String reason;

    @Option(names = "--no-wait", descriptionKey = "ask.no-wait")
    private boolean isNotAwaited;

    /** Who asks; nobody without a name. */
    String who() {
        return actor.who();
    }

    @Nullable
    String reason() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    boolean isAwaited() {
        return !isNotAwaited;
    }
}
