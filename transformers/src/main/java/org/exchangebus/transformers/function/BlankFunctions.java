package org.exchangebus.transformers.function;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Blanks of every script and width. */
final class BlankFunctions {

    static final List<Function> ALL = List.of(
            Definition.ofText("trim")
                    .says(
                            "Takes blanks off both ends, those of full width (U+3000) and no-break spaces too.",
                            "去掉首尾空白,包括全角空格(U+3000)和不间断空格。")
                    .idempotent()
                    .example("trim", "\u3000 王 小明\u00a0", "王 小明")
                    .does(BlankFunctions::trim),
            Definition.ofText("collapse-blanks")
                    .says(
                            "Makes one plain blank of each run of blanks; marks without width (U+200B, U+FEFF) are none.",
                            "把连续的空白合并为一个半角空格;无宽度的标记(U+200B、U+FEFF)不是空白。")
                    .idempotent()
                    .example("collapse-blanks", "人民路\u3000 \t1 号", "人民路 1 号")
                    .does(value -> rewrite(value, true)),
            Definition.ofText("remove-blanks")
                    .says("Removes every blank, for names that were padded to a width.", "去掉所有空白,用于按宽度补空格的姓名。")
                    .idempotent()
                    .example("remove-blanks", "张\u3000三 ", "张三")
                    .does(value -> rewrite(value, false)));

    private BlankFunctions() {}

    private static @Nullable Problem trim(Value value) {
        byte[] bytes = value.array();
        int start = value.start();
        int end = value.end();
        if (Utf8.isVisible(bytes[start]) && Utf8.isVisible(bytes[end - 1])) {
            return null;
        }
        for (int blank; start < end && (blank = Utf8.blank(bytes, start, end)) > 0; ) {
            start += blank;
        }
        for (int blank; start < end && (blank = Utf8.blankBefore(bytes, start, end)) > 0; ) {
            end -= blank;
        }
        value.set(bytes, start, end);
        return null;
    }

    private static @Nullable Problem rewrite(Value value, boolean leavesOne) {
        byte[] bytes = value.array();
        int end = value.end();
        int at = value.start();
        while (at < end && isKept(bytes, at, end, leavesOne)) {
            at++;
        }
        if (at == end) {
            return null;
        }
        byte[] room = value.room(value.length());
        int kept = at - value.start();
        System.arraycopy(bytes, value.start(), room, value.roomAt(), kept);
        int to = value.roomAt() + kept;
        boolean wasBlank = false;
        while (at < end) {
            int blank = blank(bytes, at, end, leavesOne);
            if (blank == 0) {
                room[to++] = bytes[at++];
            } else {
                if (leavesOne && !wasBlank) {
                    room[to++] = ' ';
                }
                at += blank;
            }
            wasBlank = blank > 0;
        }
        value.keep(to - value.roomAt());
        return null;
    }

    private static boolean isKept(byte[] bytes, int at, int end, boolean leavesOne) {
        int blank = blank(bytes, at, end, leavesOne);
        boolean isAlone = at + 1 == end || blank(bytes, at + 1, end, leavesOne) == 0;
        return blank == 0 || leavesOne && bytes[at] == ' ' && isAlone;
    }

    /** A mark without width may go; to put a blank in its place would part a word. */
    private static int blank(byte[] bytes, int at, int end, boolean leavesOne) {
        int blank = Utf8.blank(bytes, at, end);
        return leavesOne && blank > 0 && Utf8.hasNoWidth(bytes, at) ? 0 : blank;
    }
}
