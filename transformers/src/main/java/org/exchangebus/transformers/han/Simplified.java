package org.exchangebus.transformers.han;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The simplified character of a traditional one, where each stands for the other alone.
 *
 * <p>From OpenCC's tables (see {@code han/simplified.txt} and NOTICE). Where several traditional characters share a
 * simplified one, or one has several, going there and back would not end where it began: such a character is told.
 */
public final class Simplified {

    /** The answer for a character that has no simplified one of its own. */
    public static final int SEVERAL = -1;

    private static final int[] FROM;
    private static final int[] TO;

    static {
        Map<Integer, Integer> table = table();
        FROM = table.keySet().stream().mapToInt(Integer::intValue).toArray();
        TO = table.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private Simplified() {}

    /** The simplified character; the same where there is nothing to simplify, {@link #SEVERAL} where it is not one. */
    public static int of(int character) {
        int at = Arrays.binarySearch(FROM, character);
        return at < 0 ? character : TO[at];
    }

    private static Map<Integer, Integer> table() {
        Map<Integer, Integer> table = new TreeMap<>();
        boolean isOne = true;
        for (String line : text().lines().toList()) {
            if (line.equals("one") || line.equals("several")) {
                isOne = line.equals("one");
            } else if (!line.startsWith("#")) {
                int[] characters =
                        line.codePoints().filter(character -> character != ' ').toArray();
                for (int i = 0; i < characters.length; i += isOne ? 2 : 1) {
                    table.put(characters[i], isOne ? characters[i + 1] : SEVERAL);
                }
            }
        }
        return table;
    }

    private static String text() {
        try (InputStream in = Simplified.class.getResourceAsStream("/han/simplified.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
