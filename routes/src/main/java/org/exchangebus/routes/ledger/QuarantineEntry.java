package org.exchangebus.routes.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record or file that could not be accepted and waits for a person.
 *
 * @param kind {@code RECORD} or {@code FILE}
 * @param run the run that met it last
 * @param place file, page or table
 * @param position line, record or row number in it; 0 for a file
 * @param rule the rule that is broken; {@code file} for a file
 * @param code code of the problem
 * @param text what is wrong, in English
 * @param arguments the values that the problem's text names
 * @param seen in how many runs it was met
 */
public record QuarantineEntry(
        long id,
        String kind,
        String flow,
        long run,
        String place,
        long position,
        @Nullable String key,
        @Nullable String item,
        String rule,
        String code,
        String text,
        List<String> arguments,
        byte[] payload,
        String state,
        int seen,
        Instant firstSeen,
        Instant lastSeen) {}
