package org.exchangebus.adapters.charset;

import java.util.Map;
import java.util.Optional;
import org.exchangebus.adapters.Settings;
import org.exchangebus.schemas.run.SystemFolder;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of characters of private use, which mean something to their maker alone.
 *
 * <p>Those that the GB standards themselves once used are replaced by the characters that were meant; an owner's table
 * says the same of a department's own. Whatever is left is refused, unless the owner wants it kept. U+FFFD, the trace of
 * a character that was lost on the way, and halves of characters are always refused. Immutable; shared by threads.
 */
public final class PrivateUse {

    /** The shared table alone; what it does not explain is refused. */
    public static final PrivateUse SHARED = new PrivateUse(PrivateUseTable.shared(), false);

    private final Map<Integer, Integer> table;
    private final boolean isKept;

    private PrivateUse(Map<Integer, Integer> table, boolean isKept) {
        this.table = Map.copyOf(table);
        this.isKept = isKept;
    }

    /** The settings {@code private-use} and {@code private-use-table}, the latter a file of the system's folder. */
    public static PrivateUse of(Settings settings, SystemFolder folder) {
        boolean isKept = settings.text("private-use", "reject").equals("keep");
        return new PrivateUse(PrivateUseTable.of(settings, folder), isKept);
    }

    /** The character that is meant by one; itself where no table says otherwise. */
    int meant(int codePoint) {
        return table.getOrDefault(codePoint, codePoint);
    }

    /** Whether there is nothing to replace and nothing to refuse; the bytes are UTF-8. */
    public boolean isPlain(byte[] utf8, int start, int end) {
        for (int i = start; i < end; i++) {
            int b = utf8[i] & 0xFF;
            if (b >= 0xEE && !isPlain(b, utf8, i)) {
                return false;
            }
        }
        return true;
    }

    /** EE and EF to A3 lead the private use of the basic plane, F3 B0 and above that of the others. */
    private static boolean isPlain(int lead, byte[] utf8, int at) {
        int second = utf8[at + 1] & 0xFF;
        return switch (lead) {
            case 0xEF -> second > 0xA3 && !(second == 0xBF && (utf8[at + 2] & 0xFF) == 0xBD);
            case 0xF0, 0xF1, 0xF2 -> true;
            case 0xF3 -> second < 0xB0;
            default -> false;
        };
    }

    /** Whether there is nothing to replace and nothing to refuse. */
    public boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= Character.MIN_SURROGATE && c <= '\uF8FF' || c == '\uFFFD') {
                return false;
            }
        }
        return true;
    }

    /** The text with the characters that are meant. */
    public String replaced(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length() + 2);
        text.codePoints().map(this::meant).forEach(replaced::appendCodePoint);
        return replaced.toString();
    }

    /** The first character for which a text is not taken. */
    public Optional<Unwanted> unwanted(String text) {
        if (isPlain(text)) {
            return Optional.empty();
        }
        int before = 0;
        for (int i = 0; i < text.length(); before++) {
            int c = text.codePointAt(i);
            CharsetProblem problem = problem(meant(c));
            if (problem != null) {
                return Optional.of(new Unwanted(problem, c, before));
            }
            i += Character.charCount(c);
        }
        return Optional.empty();
    }

    /** Why a field's text is not taken; tells how many characters stand before the one that is not. */
    public Optional<Refusal> refusal(String field, String text) {
        return unwanted(text).map(unwanted -> unwanted.in(field, unwanted.before()));
    }

    /**
     * A character that is not taken.
     *
     * @param before how many characters of the text stand before it
     */
    public record Unwanted(CharsetProblem problem, int character, int before) {

        /** The same with the field, and where in it or in its file the character stands. */
        public Refusal in(String field, long offset) {
            return new Refusal(problem, field, "U+%04X".formatted(character), Long.toString(offset));
        }
    }

    private @Nullable CharsetProblem problem(int c) {
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE -> isKept ? null : CharsetProblem.PRIVATE_USE;
            case Character.SURROGATE -> CharsetProblem.HALF_CHARACTER;
            default -> c == '\uFFFD' ? CharsetProblem.CHARACTER_LOST : null;
        };
    }
}
