package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Width and case of letters and digits. */
final class LetterFunctions {

    static final List<Function> ALL = List.of(
            Definition.ofText("half-width")
                    .says(
                            "Makes plain characters of full-width ones (U+FF01 to U+FF5E, U+3000); with the argument, only of letters and digits.",
                            "把全角字符(U+FF01 至 U+FF5E、U+3000)转为半角;带参数时只转字母和数字。")
                    .with(optional("only", Parameter.Form.TEXT, "letters-and-digits", "letters-and-digits(字母和数字)"))
                    .idempotent()
                    .example("half-width", "ＡＢ－１２（甲）", "AB-12(甲)")
                    .example("half-width(only=letters-and-digits)", "１２（甲）", "12（甲）")
                    .makes(LetterFunctions::halfWidth),
            Definition.ofText("full-width")
                    .says(
                            "Makes full-width characters (U+FF01 to U+FF5E, U+3000) of plain ones; with the argument,"
                                    + " only of letters and digits.",
                            "把半角字符转为全角(U+FF01 至 U+FF5E、U+3000);带参数时只转字母和数字。")
                    .with(optional("only", Parameter.Form.TEXT, "letters-and-digits", "letters-and-digits(字母和数字)"))
                    .idempotent()
                    .example("full-width", "AB-12(甲)", "ＡＢ－１２（甲）")
                    .example("full-width(only=letters-and-digits)", "12(甲)", "１２(甲)")
                    .makes(LetterFunctions::fullWidth),
            Definition.ofText("upper")
                    .says(
                            "Makes capital letters of a to z; full-width letters need half-width before.",
                            "把 a 至 z 转为大写;全角字母须先用 half-width。")
                    .idempotent()
                    .example("upper", "ab-é1中", "AB-é1中")
                    .does(value -> changeCase(value, 'a', 'z')),
            Definition.ofText("lower")
                    .says(
                            "Makes small letters of A to Z; full-width letters need half-width before.",
                            "把 A 至 Z 转为小写;全角字母须先用 half-width。")
                    .idempotent()
                    .example("lower", "AB-É1中", "ab-É1中")
                    .does(value -> changeCase(value, 'A', 'Z')),
            NormalForm.FUNCTION);

    private LetterFunctions() {}

    private static @Nullable Step halfWidth(Arguments arguments) {
        String only = arguments.text("only");
        if (only != null && !only.equals("letters-and-digits")) {
            arguments.refuse("only", only);
            return null;
        }
        return only == null ? value -> narrow(value, false) : value -> narrow(value, true);
    }

    private static @Nullable Problem narrow(Value value, boolean onlyLettersAndDigits) {
        byte[] bytes = value.array();
        int end = value.end();
        int at = value.start();
        while (at < end && (bytes[at] >= 0 || narrowed(bytes, at, end, onlyLettersAndDigits) == 0)) {
            at++;
        }
        if (at == end) {
            return null;
        }
        byte[] room = value.room(value.length());
        int kept = at - value.start();
        System.arraycopy(bytes, value.start(), room, value.roomAt(), kept);
        int to = value.roomAt() + kept;
        while (at < end) {
            byte narrow = bytes[at] >= 0 ? 0 : narrowed(bytes, at, end, onlyLettersAndDigits);
            if (narrow == 0) {
                room[to++] = bytes[at++];
            } else {
                room[to++] = narrow;
                at += 3;
            }
        }
        value.keep(to - value.roomAt());
        return null;
    }

    /** The plain character for the full-width one at {@code at}, 0 where there is none. */
    private static byte narrowed(byte[] bytes, int at, int end, boolean onlyLettersAndDigits) {
        int lead = bytes[at] & 0xFF;
        if (lead < 0xE3 || lead > 0xEF || at + 2 >= end) {
            return 0;
        }
        int character = (lead & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F;
        if (character == 0x3000) {
            return onlyLettersAndDigits ? (byte) 0 : (byte) ' ';
        }
        if (character < 0xFF01 || character > 0xFF5E) {
            return 0;
        }
        int plain = character - 0xFF01 + '!';
        return onlyLettersAndDigits && !isLetterOrDigit(plain) ? 0 : (byte) plain;
    }

    private static @Nullable Step fullWidth(Arguments arguments) {
        String only = arguments.text("only");
        if (only != null && !only.equals("letters-and-digits")) {
            arguments.refuse("only", only);
            return null;
        }
        return only == null ? value -> widen(value, false) : value -> widen(value, true);
    }

    private static @Nullable Problem widen(Value value, boolean onlyLettersAndDigits) {
        byte[] bytes = value.array();
        byte[] room = value.room(value.length() * 3);
        int to = value.roomAt();
        for (int at = value.start(); at < value.end(); at++) {
            int plain = bytes[at];
            boolean isWidened = onlyLettersAndDigits ? isLetterOrDigit(plain) : plain >= ' ' && plain <= '~';
            if (isWidened) {
                to = Utf8.write(plain == ' ' ? 0x3000 : plain - '!' + 0xFF01, room, to);
            } else {
                room[to++] = bytes[at];
            }
        }
        value.keep(to - value.roomAt());
        return null;
    }

    private static boolean isLetterOrDigit(int plain) {
        return plain >= '0' && plain <= '9' || plain >= 'A' && plain <= 'Z' || plain >= 'a' && plain <= 'z';
    }

    private static @Nullable Problem changeCase(Value value, int first, int last) {
        byte[] bytes = value.array();
        int at = value.start();
        int end = value.end();
        while (at < end && (bytes[at] < first || bytes[at] > last)) {
            at++;
        }
        if (at == end) {
            return null;
        }
        int length = value.length();
        byte[] room = value.room(length);
        int to = value.roomAt();
        for (int i = value.start(); i < end; i++) {
            byte b = bytes[i];
            room[to++] = b >= first && b <= last ? (byte) (b ^ 0x20) : b;
        }
        value.keep(length);
        return null;
    }
}
