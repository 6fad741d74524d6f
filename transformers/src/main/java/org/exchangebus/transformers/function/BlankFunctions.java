package org.exchangebus.transformers.function;

import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.value.Utf8;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Blanks of every script and width. */
final class BlankFunctions {

    static final List<Function> ALL = List.of(
            new Function(
                    "trim",
                    Kind.TEXT,
                    Kind.TEXT,
                    "Takes blanks off both ends, those of full width (U+3000) and no-break spaces too.",
                    List.of(),
                    List.of(new Function.Example("trim", "\u3000 王 小明\u00a0", "王 小明")),
                    arguments -> BlankFunctions::trim),
            new Function(
                    "collapse-blanks",
                    Kind.TEXT,
                    Kind.TEXT,
                    "Makes one plain blank of each run of blanks.",
                    List.of(),
                    List.of(new Function.Example("collapse-blanks", "人民路\u3000 \t1 号", "人民路 1 号")),
                    arguments -> value -> rewrite(value, true)),
            new Function(
                    "remove-blanks",
                    Kind.TEXT,
                    Kind.TEXT,
                    "Removes every blank, for names that were padded to a width.",
                    List.of(),
                    List.of(new Function.Example("remove-blanks", "张\u3000三 ", "张三")),
                    arguments -> value -> rewrite(value, false)));

    private BlankFunctions() {}

    private static @Nullable Problem trim(Value value) {
        byte[] bytes = value.array();
        int start = value.start();
        int end = value.end();
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
            int blank = Utf8.blank(bytes, at, end);
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
        int blank = Utf8.blank(bytes, at, end);
        return blank == 0 || leavesOne && bytes[at] == ' ' && (at + 1 == end || Utf8.blank(bytes, at + 1, end) == 0);
    }
}
