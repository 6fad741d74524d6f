package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Values made to tell less: hidden, generalised, or a digest in their place. */
final class MaskingFunctions {

    private static final int YEAR_LENGTH = 4;
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    static final List<Function> ALL = List.of(
            Definition.ofText("mask")
                    .says(
                            "Hides a value but for its first and last characters, each hidden one by a sign; one too"
                                    + " short to hide anything is hidden whole.",
                            "只显示首尾若干字符,其余逐字以符号代替;过短而无可隐藏的,全部隐藏。")
                    .with(
                            optional("first", Parameter.Form.WHOLE, "a count from 0 to 9999", " 0 至 9999 的个数"),
                            optional("last", Parameter.Form.WHOLE, "a count from 0 to 9999", " 0 至 9999 的个数"),
                            optional(
                                    "with",
                                    Parameter.Form.TEXT,
                                    "one character of ASCII, '*' where not given",
                                    "一个 ASCII 字符,缺省为 '*'"))
                    .idempotent()
                    .example("mask(6, 4)", "11010519491231002X", "110105********002X")
                    .example("mask(first=1)", "王小明", "王**")
                    .example("mask(3, 4)", "1380", "****")
                    .example("mask", "北京", "**")
                    .makes(MaskingFunctions::mask),
            Definition.ofText("sm3")
                    .says(
                            "Gives the SM3 digest (GB/T 32905) of the text in UTF-8, as 64 hexadecimal digits. Whoever can"
                                    + " list the possible texts, as with identity numbers, finds the one that was"
                                    + " digested: it is no masking of such. Allocates.",
                            "给出文本(UTF-8)的 SM3 摘要(GB/T 32905),64 位十六进制。凡可穷举的内容(如身份号码)都能由摘要反查," + "不能以此脱敏。会分配内存。")
                    .example("sm3", "abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")
                    .does(MaskingFunctions::sm3),
            Definition.of("year", Kind.DATE, Kind.TEXT)
                    .says("Keeps the year of a date, to generalise it.", "只保留日期的年份,用于泛化。")
                    .example("date(yyyyMMdd) | year", "19870302", "1987")
                    .does(value -> keepYear(value, false)),
            Definition.of("decade", Kind.DATE, Kind.TEXT)
                    .says("Keeps the decade of a date, to generalise it: its first year.", "只保留日期的年代(首年),用于泛化。")
                    .example("date(yyyyMMdd) | decade", "19870302", "1980")
                    .does(value -> keepYear(value, true)));

    private MaskingFunctions() {}

    private static @Nullable Step mask(Arguments arguments) {
        String with = arguments.has("with") ? arguments.required("with") : "*";
        if (with.length() != 1 || with.charAt(0) > 0x7E || with.charAt(0) < ' ') {
            arguments.refuse("with", with);
            return null;
        }
        int first = arguments.has("first") ? arguments.count("first") : 0;
        int last = arguments.has("last") ? arguments.count("last") : 0;
        byte sign = (byte) with.charAt(0);
        return value -> mask(value, first, last, sign);
    }

    private static @Nullable Problem mask(Value value, int first, int last, byte sign) {
        byte[] bytes = value.array();
        int characters = Utf8.count(bytes, value.start(), value.end());
        boolean isShort = characters <= first + last;
        int hidden = isShort ? characters : characters - first - last;
        int head = isShort ? value.start() : Utf8.skip(bytes, value.start(), value.end(), first);
        int tail = isShort ? value.end() : Utf8.skip(bytes, head, value.end(), hidden);
        byte[] room = value.room(value.length());
        int to = value.roomAt();
        System.arraycopy(bytes, value.start(), room, to, head - value.start());
        to += head - value.start();
        Arrays.fill(room, to, to + hidden, sign);
        to += hidden;
        System.arraycopy(bytes, tail, room, to, value.end() - tail);
        value.keep(to + value.end() - tail - value.roomAt());
        return null;
    }

    private static @Nullable Problem sm3(Value value) {
        SM3Digest digest = new SM3Digest();
        digest.update(value.array(), value.start(), value.length());
        byte[] sum = new byte[digest.getDigestSize()];
        digest.doFinal(sum, 0);
        byte[] room = value.room(2 * sum.length);
        int at = value.roomAt();
        for (byte one : sum) {
            room[at++] = HEXADECIMAL[one >> 4 & 0xF];
            room[at++] = HEXADECIMAL[one & 0xF];
        }
        value.keep(2 * sum.length);
        return null;
    }

    private static @Nullable Problem keepYear(Value value, boolean onlyDecade) {
        value.set(value.array(), value.start(), value.start() + YEAR_LENGTH);
        if (onlyDecade) {
            byte[] room = value.room(YEAR_LENGTH);
            int at = value.roomAt();
            System.arraycopy(value.array(), value.start(), room, at, YEAR_LENGTH - 1);
            room[at + YEAR_LENGTH - 1] = '0';
            value.keep(YEAR_LENGTH);
        }
        return null;
    }
}
