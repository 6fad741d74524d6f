package org.exchangebus.transformers.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.exchangebus.transformers.mapping.Tried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each function on bytes against the obvious one on strings, over many made-up texts. */
class NaiveFunctionsTest {

    private static final int ROUNDS = 4_000;
    private static final String[] PIECES = {
        "a", "Z", "0", "9", "x", "-", "(", " ", "\t", "\u3000", "\u00a0", "\u200b", "\u2003", "甲", "乙", "𠮷", "０", "Ｘ",
        "ｚ", "（", "é", "\u0085", "ﾊ", "～", "\ufeff", "、"
    };
    private static final String BLANK =
            "[\\x00-\\x20\\x7f\\x{80}-\\x{a0}\\x{1680}\\x{2000}-\\x{200b}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]";

    record Pair(String steps, UnaryOperator<String> naive) {
        @Override
        public String toString() {
            return steps;
        }
    }

    static Stream<Pair> pairs() {
        return Map.<String, UnaryOperator<String>>ofEntries(
                        Map.entry("trim", text -> text.replaceAll("^" + BLANK + "+", "")
                                .replaceAll(BLANK + "+$", "")),
                        Map.entry(
                                "collapse-blanks",
                                text -> text.replaceAll("(?:(?![\u200b\ufeff])" + BLANK + ")+", " ")),
                        Map.entry("remove-blanks", text -> text.replaceAll(BLANK, "")),
                        Map.entry("half-width", NaiveFunctionsTest::narrow),
                        Map.entry("upper", text -> mapped(text, 'a', 'z', -32)),
                        Map.entry("lower", text -> mapped(text, 'A', 'Z', 32)),
                        Map.entry("remove('甲', 'a')", text -> text.replace("甲", "")
                                .replace("a", "")),
                        Map.entry("replace('甲', 'ab')", text -> text.replace("甲", "ab")),
                        Map.entry("prefix('甲') | suffix('乙')", text -> text.isEmpty() ? "" : "甲" + text + "乙"),
                        Map.entry("without-prefix('甲')", text -> text.startsWith("甲") ? text.substring(1) : text),
                        Map.entry(
                                "without-suffix('乙')",
                                text -> text.endsWith("乙") ? text.substring(0, text.length() - 1) : text),
                        Map.entry("first-characters(3)", text -> characters(text, 0, 3)),
                        Map.entry(
                                "characters(2, 3)",
                                text -> text.isEmpty()
                                        ? ""
                                        : text.codePointCount(0, text.length()) < 3
                                                ? "TOO_SHORT"
                                                : characters(text, 1, 3)),
                        Map.entry("pad-left(4, '#')", NaiveFunctionsTest::padded))
                .entrySet()
                .stream()
                .map(entry -> new Pair(entry.getKey(), entry.getValue()));
    }

    private static String mapped(String text, char first, char last, int by) {
        StringBuilder made = new StringBuilder();
        text.chars().forEach(c -> made.append((char) (c >= first && c <= last ? c + by : c)));
        return made.toString();
    }

    private static String narrow(String text) {
        StringBuilder made = new StringBuilder();
        text.chars()
                .forEach(c -> made.append((char) (c == 0x3000 ? ' ' : c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)));
        return made.toString();
    }

    private static String characters(String text, int from, int to) {
        int count = text.codePointCount(0, text.length());
        return text.substring(
                text.offsetByCodePoints(0, Math.min(from, count)), text.offsetByCodePoints(0, Math.min(to, count)));
    }

    private static String padded(String text) {
        int count = text.codePointCount(0, text.length());
        return text.isEmpty() ? "" : count > 4 ? "TOO_LONG" : "#".repeat(4 - count) + text;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void doesWhatTheObviousImplementationDoes(Pair pair) {
        Random random = new Random(20170830);
        Tried tried = new Tried(pair.steps());
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }

            assertThat(tried.on(text.toString()))
                    .as("of '%s'", text)
                    .isEqualTo(pair.naive().apply(text.toString()));
        }
    }

    @Test
    void numbersAreThoseOfBigDecimal() {
        Random random = new Random(36104);
        Tried number = new Tried("number");
        Tried times = new Tried("number | multiply(666.6667)");
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "-" : "");
            for (int length = 1 + random.nextInt(22); length > 0; length--) {
                text.append((char) ('0' + random.nextInt(3) * random.nextInt(4)));
            }
            text.append(random.nextBoolean() ? "." + random.nextInt(1_000) : "");
            text.append(random.nextInt(4) == 0 ? "E" + (random.nextInt(40) - 20) : "");

            assertThat(number.on(text.toString())).isEqualTo(plain(new BigDecimal(text.toString())));
            assertThat(times.on(text.toString()))
                    .isEqualTo(plain(new BigDecimal(text.toString()).multiply(new BigDecimal("666.6667"))));
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Test
    void everyDayOfTwoCenturiesIsReadAndNoOtherDay() {
        Tried date = new Tried("date(yyyyMMdd)");
        DateTimeFormatter strict = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
        for (int year = 1899; year <= 2101; year++) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = String.format("%04d%02d%02d", year, month, day);
                    boolean isDay = month >= 1
                            && month <= 12
                            && day >= 1
                            && day <= LocalDate.of(year, month, 1).lengthOfMonth();
                    String expected = isDay ? LocalDate.parse(text, strict).toString() : "NOT_A_DATE";

                    if (!date.on(text).equals(expected)) {
                        assertThat(date.on(text)).as(text).isEqualTo(expected);
                    }
                }
            }
        }
    }
}
