package org.exchangebus.transformers.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.transformers.function.Kind;
import org.exchangebus.transformers.value.Decimal;
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
            case STARTS_WITH -> work -> node.evaluate(work) && isAt(work.value, 0, texts[0]);
            case ENDS_WITH ->
                work -> node.evaluate(work) && isAt(work.value, work.value.length() - texts[0].length, texts[0]);
            case CONTAINS -> work -> node.evaluate(work) && contains(work.value, texts[0]);
        };
    }

    /** Compares two values of one kind; a value that is not there is neither less nor greater nor equal. */
    static Guard compare(Node node, Condition.Order order, Node other, Kind kind) {
        return work -> {
            Value value = work.value;
            if (!node.evaluate(work) || value.isNothing()) {
                return false;
            }
            byte[] array = value.array();
            int start = value.start();
            int end = value.end();
            if (!other.evaluate(work) || value.isNothing()) {
                return false;
            }
            return order.holds(
                    kind == Kind.NUMBER
                            ? Decimal.compare(array, start, end, value.array(), value.start(), value.end())
                            : Arrays.compareUnsigned(array, start, end, value.array(), value.start(), value.end()));
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

    private static boolean isAt(Value value, int offset, byte[] text) {
        if (value.isNothing() || offset < 0 || offset + text.length > value.length()) {
            return false;
        }
        int from = value.start() + offset;
        return Arrays.equals(value.array(), from, from + text.length, text, 0, text.length);
    }

    private static boolean contains(Value value, byte[] text) {
        for (int offset = 0; !value.isNothing() && offset + text.length <= value.length(); offset++) {
            if (isAt(value, offset, text)) {
                return true;
            }
        }
        return false;
    }
}
