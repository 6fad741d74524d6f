package org.exchangebus.transformers.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.transformers.value.Value;

/** A compiled condition; shared by threads. Where a value of it cannot be made, the work knows why. */
@FunctionalInterface
interface Guard {

    boolean holds(Work work);

    static Guard any(List<Guard> guards) {
        Guard[] all = guards.toArray(Guard[]::new);
        return work -> {
            for (Guard guard : all) {
                if (guard.holds(work)) {
                    return true;
                }
            }
            return false;
        };
    }

    static Guard all(List<Guard> guards) {
        Guard[] all = guards.toArray(Guard[]::new);
        return work -> {
            for (Guard guard : all) {
                if (!guard.holds(work)) {
                    return false;
                }
            }
            return true;
        };
    }

    static Guard not(Guard guard) {
        return work -> !guard.holds(work);
    }

    static Guard compare(Node node, Condition.Comparison comparison, List<String> words) {
        byte[][] texts = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        return switch (comparison) {
            case EMPTY -> work -> node.evaluate(work) && work.value.isNothing();
            case ONE_OF -> work -> node.evaluate(work) && isOneOf(work.value, texts);
            case STARTS_WITH -> work -> node.evaluate(work) && startsWith(work.value, texts[0]);
        };
    }

    private static boolean isOneOf(Value value, byte[][] texts) {
        for (byte[] text : texts) {
            if (value.is(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(Value value, byte[] text) {
        return !value.isNothing()
                && value.length() >= text.length
                && Arrays.equals(value.array(), value.start(), value.start() + text.length, text, 0, text.length);
    }
}
