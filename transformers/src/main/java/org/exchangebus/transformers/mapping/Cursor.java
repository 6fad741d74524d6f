package org.exchangebus.transformers.mapping;

import java.util.List;
import org.exchangebus.transformers.function.Words;
import org.exchangebus.transformers.mapping.Token.Kind;

/** Goes through the words of one text of the language. */
final class Cursor {

    private static final int DEEPEST = 20;

    private final List<Token> tokens;
    private int at;
    private int depth;

    Cursor(String text) throws SyntaxException {
        tokens = Token.of(text);
    }

    String word() throws SyntaxException {
        Token token = next();
        if (token.kind() != Kind.WORD && token.kind() != Kind.TEXT) {
            throw unexpected(token, new Words("a word or a 'text'", "词或 '文本'"));
        }
        return token.text();
    }

    /** Something inside of something begins; {@link #ascend} ends it. */
    void descend() throws SyntaxException {
        if (++depth > DEEPEST) {
            throw unexpected(peek(), new Words("less nesting", "更少的嵌套"));
        }
    }

    void ascend() {
        depth--;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The word after the next. */
    Token peekBeyond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    /** The word that was taken last. */
    Token last() {
        return tokens.get(at - 1);
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean takes(String sign) {
        boolean isThere = peek().is(Kind.SIGN, sign);
        at += isThere ? 1 : 0;
        return isThere;
    }

    boolean takesWord(String word) {
        boolean isThere = peek().is(Kind.WORD, word);
        at += isThere ? 1 : 0;
        return isThere;
    }

    /** Takes two words where they stand one after the other. */
    boolean takesWords(String first, String second) {
        boolean areThere = peek().is(Kind.WORD, first) && peekBeyond().is(Kind.WORD, second);
        at += areThere ? 2 : 0;
        return areThere;
    }

    /** Takes {@code name=}. */
    boolean takesName(String name) {
        boolean isThere = peek().is(Kind.WORD, name) && peekBeyond().is(Kind.SIGN, "=");
        at += isThere ? 2 : 0;
        return isThere;
    }

    void require(String sign) throws SyntaxException {
        if (!takes(sign)) {
            throw unexpected(peek(), Words.same("'" + sign + "'"));
        }
    }

    void requireWord(String word) throws SyntaxException {
        if (!takesWord(word)) {
            throw unexpected(peek(), Words.same("'" + word + "'"));
        }
    }

    void requireEnd(Words expected) throws SyntaxException {
        if (peek().kind() != Kind.END) {
            throw unexpected(peek(), expected);
        }
    }

    static SyntaxException unexpected(Token token, Words expected) {
        return new SyntaxException(token.start(), token.shown(), expected);
    }
}
