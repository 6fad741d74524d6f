package org.exchangebus.schemas.codetable;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One code of a table.
 *
 * @param code the code as text, leading zeros included
 * @param label the standard's word for it; the code itself where it is a word
 * @param aliases other words for it that legacy data hold
 * @param validFrom the first day on which it may have been valid; null where none is known
 * @param validUntil the last day on which it may have been valid; null where it still is
 */
public record Code(
        String code,
        String label,
        List<String> aliases,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    public Code {
        aliases = List.copyOf(aliases);
    }

    /** Whether the code was withdrawn; it stays in the table because data of its time are right. */
    public boolean isRetired() {
        return validUntil != null;
    }

    /** Whether the code may have been valid on a day. */
    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }
}
