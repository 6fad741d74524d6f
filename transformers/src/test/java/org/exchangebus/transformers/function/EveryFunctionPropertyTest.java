package org.exchangebus.transformers.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.mapping.Tried;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function in every call of its examples, on made-up texts: it never throws, it leaves the value alone where it
 * has a problem, it says the same of the same, what it gives is text of its kind, and where it claims that twice is as
 * once, it is. {@code -Dgenerated.inputs=1000000} tries more, {@code -Dgenerated.seed=…} others, {@code fresh} others each
 * time.
 */
class EveryFunctionPropertyTest {

    private static final int INPUTS = Integer.getInteger("generated.inputs", 10_000);
    private static final long SEED = seed(System.getProperty("generated.seed", "20260830"));
    private static final Duration LONGEST = Duration.ofSeconds(30 + INPUTS / 500);
    private static final String[] PIECES = {
        "",
        "0",
        "1",
        "9",
        "12",
        "007",
        "3.50",
        "-",
        "+",
        "(",
        ")",
        "%",
        ",",
        ".",
        "e",
        "X",
        "x",
        " ",
        "\u3000",
        "\t",
        "\u0000",
        "甲",
        "𠮷",
        "Ａ",
        "é",
        "e\u0301",
        "\u212b",
        "\uf900",
        "2026",
        "年",
        "月",
        "日",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "零",
        "〇",
        "三",
        "两",
        "点",
        "负",
        "國",
        "髮",
        "民国",
        "腊月",
        "廿",
        "省",
        "/",
        "[",
        "]",
        "{",
        "}",
        ":",
        "\"",
        "[[",
        "]]",
        ",,",
        "-1",
        "39500000",
        "116.4",
        "39.9",
        "1E9"
    };

    private static long seed(String given) {
        return given.equals("fresh") ? new Random().nextLong() : Long.parseLong(given);
    }

    record Case(Function function, String call, List<String> inputs) {
        @Override
        public String toString() {
            return call;
        }
    }

    static Stream<Case> cases() {
        return Functions.all().stream().flatMap(function -> function.examples().stream()
                .map(Function.Example::call)
                .distinct()
                .map(call -> new Case(
                        function,
                        call,
                        function.examples().stream()
                                .map(Function.Example::takes)
                                .toList())));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsItsPromisesOnMadeUpTexts(Case tried) {
        List<Step> before = new ArrayList<>();
        Kind kind = Kind.TEXT;
        for (Call call : Tried.calls(tried.call())) {
            Function function = Objects.requireNonNull(Functions.named(call.function()));
            before.add(
                    Objects.requireNonNull(function.compile(call, kind, Tried.TABLES, (place, problem, arguments) -> {
                        throw new AssertionError(problem);
                    })));
            kind = function.gives() == Kind.SAME ? kind : function.gives();
        }
        Step step = before.remove(before.size() - 1);
        Random random = new Random(SEED);
        Value value = new Value();
        Kind gives = kind;
        int[] worked = {0};
        assertTimeoutPreemptively(LONGEST, () -> {
            for (int i = 0; i < INPUTS; i++) {
                String text = text(tried.inputs(), random);
                value.startRow();
                set(value, text);
                boolean reaches =
                        before.stream().allMatch(earlier -> value.isNothing() || earlier.apply(value) == null);
                if (reaches && (!value.isNothing() || step.takesNothing())) {
                    worked[0] += holds(tried, step, gives, value, text) ? 1 : 0;
                }
            }
        });
        boolean accepts = tried.function().examples().stream()
                .anyMatch(example -> example.call().equals(tried.call()) && example.gives() != null);
        assertThat(worked[0] > 0 || !accepts).as("inputs that it could work on").isTrue();
    }

    private static boolean holds(Case tried, Step step, Kind gives, Value value, String text) {
        String taken = value.text();
        byte[] source = value.isNothing() ? new byte[0] : value.array();
        byte[] kept = Arrays.copyOfRange(source, 0, value.isNothing() ? 0 : value.end());
        Problem problem = apply(step, value, text);
        String given = value.text();
        if (!Arrays.equals(source, 0, kept.length, kept, 0, kept.length)) {
            throw new AssertionError("wrote into what it was given: " + shown(text));
        }
        if (problem != null) {
            same(taken, given, "changed the value it rejects", text);
            return false;
        }
        if (given != null) {
            byte[] utf8 = Arrays.copyOfRange(value.array(), value.start(), value.end());
            boolean isText = Arrays.equals(utf8, given.getBytes(StandardCharsets.UTF_8));
            if (!isText || gives != Kind.TEXT && !Canonical.is(gives, given)) {
                throw new AssertionError("gives no " + gives.word() + ": '" + given + "' of " + shown(text));
            }
        }
        set(value, taken);
        apply(step, value, text);
        same(given, value.text(), "says another thing the second time", text);
        if (tried.function().isIdempotent() && given != null) {
            if (apply(step, value, text) != null) {
                throw new AssertionError("rejects its own result '" + given + "' of " + shown(text));
            }
            same(given, value.text(), "changes its own result", text);
        }
        return true;
    }

    private static @Nullable Problem apply(Step step, Value value, String text) {
        try {
            return step.apply(value);
        } catch (RuntimeException e) {
            throw new AssertionError("threw at " + shown(text), e);
        }
    }

    private static void same(@Nullable String expected, @Nullable String found, String otherwise, String text) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError(otherwise + ": '" + expected + "', '" + found + "' of " + shown(text));
        }
    }

    /** The text stands inside a larger array, so that looking beyond its ends shows. */
    private static void set(Value value, @Nullable String text) {
        byte[] utf8 = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        byte[] inside = new byte[utf8.length + 6];
        Arrays.fill(inside, (byte) '7');
        System.arraycopy(utf8, 0, inside, 3, utf8.length);
        value.set(inside, 3, 3 + utf8.length);
    }

    /** An example's text with some of it cut out, doubled or replaced; or pieces in any order. */
    private static String text(List<String> examples, Random random) {
        StringBuilder text = new StringBuilder();
        boolean isOfPieces = random.nextInt(4) == 0;
        if (!isOfPieces) {
            text.append(examples.get(random.nextInt(examples.size())));
        }
        for (int edits = isOfPieces ? random.nextInt(9) : random.nextInt(4); edits > 0; edits--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(3));
            String piece = random.nextInt(8) == 0
                    ? text.substring(0, to)
                    : random.nextInt(8) == 0
                            ? Character.toString(random.nextInt(0xD800))
                            : PIECES[random.nextInt(PIECES.length)];
            text.replace(from, to, piece);
        }
        // Half of a pair of surrogates is no text.
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return "'" + text + "' (seed " + SEED + ")";
    }
}
