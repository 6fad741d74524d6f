package org.exchangebus.schemas.catalogue;

import java.util.Arrays;

/**
 * Reads one structure strictly: an object or a list in JSON that is written in one way only. No blanks; the names of
 * an object sorted by their bytes, each once; numbers in plain notation; only the escapes that are needed; nothing
 * empty and no null, because what has no value is left out.
 *
 * <p>Works on the bytes; the reader itself is all that a value costs.
 */
final class Structure {

    /** Objects and lists inside each other. */
    static final int DEEPEST = 16;

    private final byte[] text;
    private final int end;
    private int at;
    private String reason = "";

    Structure(byte[] text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** Where reading ended; where it went wrong if it did. */
    int position() {
        return at;
    }

    String reason() {
        return reason;
    }

    boolean isAccepted() {
        if (end - at > ResourceCheck.LONGEST_STRUCTURE) {
            return wrong("more than " + ResourceCheck.LONGEST_STRUCTURE + " bytes");
        }
        if (at == end || text[at] != '{' && text[at] != '[') {
            return wrong("neither an object nor a list");
        }
        return isValue(1) && (at == end || wrong("something after the end"));
    }

    private boolean isValue(int depth) {
        if (at == end) {
            return wrong("no value");
        }
        return switch (text[at]) {
            case '{' -> depth <= DEEPEST ? isObject(depth) : wrong("more than " + DEEPEST + " levels");
            case '[' -> depth <= DEEPEST ? isList(depth) : wrong("more than " + DEEPEST + " levels");
            case '"' -> isString();
            case 't' -> isWord("true");
            case 'f' -> isWord("false");
            default -> isNumber();
        };
    }

    private boolean isObject(int depth) {
        at++;
        int nameStart = 0;
        int nameEnd = 0;
        do {
            int start = at;
            if (!isString()) {
                return false;
            }
            boolean isSorted =
                    nameEnd == 0 || Arrays.compareUnsigned(text, nameStart, nameEnd, text, start + 1, at - 1) < 0;
            nameStart = start + 1;
            nameEnd = at - 1;
            if (!isSorted) {
                at = start;
                return wrong("a name out of order");
            }
            if (!takes(':')) {
                return wrong("no colon");
            }
            if (!isValue(depth + 1)) {
                return false;
            }
        } while (takes(','));
        return takes('}') || wrong("no end of the object");
    }

    private boolean isList(int depth) {
        at++;
        do {
            if (!isValue(depth + 1)) {
                return false;
            }
        } while (takes(','));
        return takes(']') || wrong("no end of the list");
    }

    private boolean isString() {
        if (!takes('"')) {
            return wrong("no text");
        }
        int start = at;
        while (at < end && text[at] != '"') {
            if (text[at] >= 0 && text[at] < 0x20 || text[at] == '\\' && !isEscape()) {
                return wrong("a character that is written otherwise");
            }
            at++;
        }
        if (at == start) {
            return wrong("an empty text");
        }
        return takes('"') || wrong("no end of the text");
    }

    /** Whether the backslash begins an escape that is needed; then stands on the last byte of it. */
    private boolean isEscape() {
        if (at + 1 < end && "\"\\bfnrt".indexOf(text[at + 1]) >= 0) {
            at++;
            return true;
        }
        if (at + 5 >= end || text[at + 1] != 'u' || text[at + 2] != '0' || text[at + 3] != '0') {
            return false;
        }
        int high = text[at + 4] - '0';
        boolean isLowDigit = text[at + 5] >= '0' && text[at + 5] <= '9' || text[at + 5] >= 'a' && text[at + 5] <= 'f';
        boolean isShort = high == 0 && "089acd".indexOf(text[at + 5]) >= 0;
        if (high < 0 || high > 1 || !isLowDigit || isShort) {
            return false;
        }
        at += 5;
        return true;
    }

    private boolean isNumber() {
        int start = at;
        boolean isNegative = takes('-');
        int first = at;
        skipDigits();
        int whole = at - first;
        if (whole == 0 || whole > 1 && text[first] == '0') {
            at = start;
            return wrong("no value");
        }
        if (takes('.')) {
            int fraction = at;
            skipDigits();
            return at > fraction && text[at - 1] != '0' || wrong("a number that is written otherwise");
        }
        return !isNegative || text[first] != '0' || wrong("a number that is written otherwise");
    }

    private void skipDigits() {
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
    }

    private boolean isWord(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!takes(word.charAt(i))) {
                return wrong("no value");
            }
        }
        return true;
    }

    private boolean takes(char c) {
        if (at < end && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private boolean wrong(String what) {
        if (reason.isEmpty()) {
            reason = what;
        }
        return false;
    }
}
