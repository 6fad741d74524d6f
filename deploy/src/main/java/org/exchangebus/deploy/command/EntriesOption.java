package org.exchangebus.deploy.command;

import java.time.LocalDate;
import java.time.ZoneId;
import org.exchangebus.routes.ledger.QuarantineFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which entries of the quarantine are meant. */
final class EntriesOption {

    @Option(names = "--flow", paramLabel = "FLOW", descriptionKey = "entries.flow")
    private @Nullable String flow;

    @Option(names = "--run", paramLabel = "RUN", descriptionKey = "entries.run")
    private @Nullable Long run;

    @Option(names = "--code", paramLabel = "CODE", descriptionKey = "entries.code")
    private @Nullable String code;

    @Option(names = "--item", paramLabel = "ITEM", descriptionKey = "entries.item")
    private @Nullable String item;

    @Option(names = "--rule", paramLabel = "RULE", descriptionKey = "entries.rule")
    private @Nullable String rule;

    @Option(names = "--since", paramLabel = "DAY", descriptionKey = "entries.since")
    private @Nullable LocalDate since;

    @Nullable
    String flow() {
        return flow;
    }

    /** @param state only of this state; null for any */
    QuarantineFilter filter(@Nullable String state) {
        return new QuarantineFilter(
                flow,
                run,
                code,
                item,
                rule,
                state,
                since == null
                        ? null
                        : since.atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
