package org.exchangebus.transformers.function;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.exchangebus.transformers.value.DatePattern;
import org.exchangebus.transformers.value.Decimal;

/** Whether a text is the canonical form of a kind; for texts that stand in a mapping. */
public final class Canonical {

    private static final DatePattern DATE = Objects.requireNonNull(DatePattern.of("yyyy-MM-dd"));
    private static final DatePattern DATE_TIME = Objects.requireNonNull(DatePattern.of("yyyy-MM-ddTHH:mm:ss"));

    private Canonical() {}

    public static boolean is(Kind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (kind) {
            case TEXT, SAME -> true;
            case STRUCTURE -> false;
            case NUMBER -> Decimal.isPlain(bytes, 0, bytes.length);
            case DATE -> DATE.read(bytes, 0, bytes.length) >= 0;
            case DATE_TIME -> DATE_TIME.read(bytes, 0, bytes.length) >= 0;
            case BOOLEAN -> text.equals("true") || text.equals("false");
        };
    }
}
