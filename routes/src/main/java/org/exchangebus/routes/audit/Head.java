package org.exchangebus.routes.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last entry of the audit at a time: whoever keeps it elsewhere can prove that nothing before it was changed.
 *
 * @param number 0 before the first entry
 */
public record Head(long number, String hash, Instant at) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([0-9a-f]{64}) (\\S+)");

    /** As a line of the file of heads. */
    String line() {
        return number + " " + hash + " " + at;
    }

    static Optional<Head> of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Head(Long.parseLong(parts.group(1)), parts.group(2), Instant.parse(parts.group(3))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
