package org.exchangebus.transformers.function;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Unicode's composed normal form; objects only for texts with characters that it may touch. */
final class NormalForm {

    static final Function FUNCTION = Definition.ofText("nfc")
            .says(
                    "Brings a text to Unicode's normal form C: a letter and its accent become one character, and the"
                            + " compatibility ideographs (U+F900 to U+FAFF, U+2F800 to U+2FA1F) that Unicode holds equal"
                            + " to another become that one. Allocates where a text has characters of the kind.",
                    "把文本转为 Unicode 规范形式 C:字母与附加符号合为一个字符;Unicode 视为与另一字等同的兼容汉字"
                            + "(U+F900 至 U+FAFF、U+2F800 至 U+2FA1F)变为该字。遇到这类字符时会分配内存。")
            .idempotent()
            .example("nfc", "Cafe\u0301", "Café")
            .example("nfc", "中关村", "中关村")
            .does(NormalForm::compose);

    private static final int FIRST_MARK = 0x300;

    private NormalForm() {}

    private static @Nullable Problem compose(Value value) {
        byte[] bytes = value.array();
        int at = value.start();
        while (at < value.end() && isInert(bytes, at)) {
            at += Utf8.width(bytes[at]);
        }
        if (at < value.end()) {
            byte[] composed =
                    Normalizer.normalize(value.text(), Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
            value.set(composed, 0, composed.length);
        }
        return null;
    }

    /** Whether the character is neither changed nor drawn to one before it. */
    private static boolean isInert(byte[] bytes, int at) {
        if (bytes[at] >= 0) {
            return true;
        }
        int character = Utf8.character(bytes, at);
        return character < FIRST_MARK
                || character >= 0x4E00 && character <= 0x9FFF
                || character >= 0x3000 && character <= 0x3029
                || character >= 0x3400 && character <= 0x4DBF
                || character >= 0xFF01 && character <= 0xFF5E
                || character >= 0x20000 && character <= 0x2A6DF;
    }
}
