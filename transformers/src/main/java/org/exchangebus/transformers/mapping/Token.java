package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.List;
import org.exchangebus.transformers.function.Words;

/**
 * A word of the mapping language.
 *
 * @param text what it says, without quotes
 * @param start where it begins in the text, from 0
 * @param end where it ends
 */
record Token(Kind kind, String text, int start, int end) {

    private static final String SIGNS = "|(),=[]{}";

    /** What an input method or a word processor writes for a sign, in pairs: taken as a word, it would change a value. */
    private static final String LOOKALIKES = "\u2018'\u2019'\u201C'\u201D'\"'`'，,、,（(）)［[］]｛{｝}｜|＝=＜<＞>＇'＂'";

    private static final Words THE_END = new Words("the end", "结尾");

    enum Kind {
        WORD,
        TEXT,
        FIELD,
        SIGN,
        END
    }

    boolean is(Kind other, String what) {
        return kind == other && text.equals(what);
    }

    /** How a message names it. */
    Words shown() {
        return switch (kind) {
            case WORD, SIGN -> quoted(text);
            case TEXT -> new Words("the text '" + text + "'", "文本 '" + text + "'");
            case FIELD -> Words.same("<" + text + ">");
            case END -> THE_END;
        };
    }

    private static Words quoted(Object sign) {
        return Words.same("'" + sign + "'");
    }

    /** Cuts a text into its words; the last one is {@link Kind#END}. */
    static List<Token> of(String text) throws SyntaxException {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'' || c == '<') {
                at = quoted(text, at, tokens);
            } else if (SIGNS.indexOf(c) >= 0) {
                tokens.add(new Token(Kind.SIGN, String.valueOf(c), at, ++at));
            } else if (c == '>') {
                throw new SyntaxException(at, quoted('>'), THE_END);
            } else {
                int start = at;
                while (at < text.length() && isBare(text.charAt(at))) {
                    requireNoLookalike(text, at);
                    at++;
                }
                tokens.add(new Token(Kind.WORD, text.substring(start, at), start, at));
            }
        }
        tokens.add(new Token(Kind.END, "", at, at));
        return tokens;
    }

    private static void requireNoLookalike(String text, int at) throws SyntaxException {
        for (int i = 0; i < LOOKALIKES.length(); i += 2) {
            if (LOOKALIKES.charAt(i) == text.charAt(at)) {
                throw new SyntaxException(at, quoted(text.charAt(at)), quoted(LOOKALIKES.charAt(i + 1)));
            }
        }
    }

    private static boolean isBare(char c) {
        return !Character.isWhitespace(c) && c != '\'' && c != '<' && c != '>' && SIGNS.indexOf(c) < 0;
    }

    /** Reads up to the closing quote; twice the quote is the quote itself. */
    private static int quoted(String text, int start, List<Token> tokens) throws SyntaxException {
        char close = text.charAt(start) == '<' ? '>' : '\'';
        StringBuilder content = new StringBuilder();
        for (int at = start + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != close) {
                content.append(c);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == close) {
                content.append(c);
                at++;
            } else {
                tokens.add(new Token(close == '>' ? Kind.FIELD : Kind.TEXT, content.toString(), start, at + 1));
                return at + 1;
            }
        }
        throw new SyntaxException(text.length(), THE_END, quoted(close));
    }
}
