package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Literal;
import org.exchangebus.transformers.mapping.Token.Kind;
import org.exchangebus.transformers.problem.Place;

/** Reads one text of the language: a value, steps alone, or a condition. */
final class Parser {

    private static final int DEEPEST = 20;

    private final String text;
    private final Place place;
    private final List<Token> tokens;
    private int at;
    private int depth;

    private Parser(String text, Place place) throws SyntaxException {
        this.text = text;
        this.place = place;
        tokens = Token.of(text);
    }

    /** {@code FIELD | function | function(argument)}. */
    static Chain value(String text, Place place) throws SyntaxException {
        Parser parser = new Parser(text, place);
        Chain chain = parser.chain();
        parser.requireEnd("'|' and a function");
        return chain;
    }

    /** {@code function | function}. */
    static List<Call> steps(String text, Place place) throws SyntaxException {
        Parser parser = new Parser(text, place);
        List<Call> steps = new ArrayList<>();
        do {
            steps.add(parser.call());
        } while (parser.takes("|"));
        parser.requireEnd("'|' and a function");
        return steps;
    }

    /** {@code value is 'text' and value is not empty}. */
    static Condition condition(String text, Place place) throws SyntaxException {
        Parser parser = new Parser(text, place);
        Condition condition = parser.any();
        parser.requireEnd("'and' or 'or'");
        return condition;
    }

    private Chain chain() throws SyntaxException {
        Chain.Source source = source();
        List<Call> steps = new ArrayList<>();
        while (takes("|")) {
            steps.add(call());
        }
        return new Chain(source, steps);
    }

    private Chain.Source source() throws SyntaxException {
        Token token = next();
        Place here = place.plus(token.start());
        if (token.kind() == Kind.TEXT) {
            return new Chain.Constant(token.text(), here);
        }
        if (token.kind() == Kind.FIELD) {
            return new Chain.Field(token.text(), here);
        }
        if (token.kind() != Kind.WORD) {
            throw unexpected(token, "a field, a 'text', first(…) or join(…)");
        }
        if (!peek().is(Kind.SIGN, "(")) {
            return token.text().equals("nothing") ? new Chain.Nothing(here) : new Chain.Field(token.text(), here);
        }
        if (!token.text().equals("first") && !token.text().equals("join")) {
            throw unexpected(token, "a field, a 'text', first(…) or join(…)");
        }
        return several(token.text().equals("first"), here);
    }

    private Chain.Source several(boolean isFirst, Place here) throws SyntaxException {
        descend();
        require("(");
        List<Chain> values = new ArrayList<>();
        String with = "";
        do {
            if (!isFirst && peek().is(Kind.WORD, "with") && tokens.get(at + 1).is(Kind.SIGN, "=")) {
                at += 2;
                with = word();
                break;
            }
            values.add(chain());
        } while (takes(","));
        require(")");
        depth--;
        return isFirst ? new Chain.First(values, here) : new Chain.Join(values, with, here);
    }

    private Call call() throws SyntaxException {
        Token name = next();
        if (name.kind() != Kind.WORD) {
            throw unexpected(name, "the name of a function");
        }
        List<Call.Argument> arguments = new ArrayList<>();
        if (takes("(") && !takes(")")) {
            do {
                arguments.add(argument());
            } while (takes(","));
            require(")");
        }
        String written = text.substring(name.start(), tokens.get(at - 1).end());
        return new Call(name.text(), arguments, place.plus(name.start()), written);
    }

    private Call.Argument argument() throws SyntaxException {
        Token first = peek();
        String name = null;
        if (first.kind() == Kind.WORD && tokens.get(at + 1).is(Kind.SIGN, "=")) {
            name = first.text();
            at += 2;
        }
        return new Call.Argument(name, literal(), place.plus(first.start()));
    }

    private Literal literal() throws SyntaxException {
        if (takes("[")) {
            List<String> texts = new ArrayList<>();
            do {
                texts.add(word());
            } while (takes(","));
            require("]");
            return new Literal.Texts(texts);
        }
        if (takes("{")) {
            Map<String, String> pairs = new LinkedHashMap<>();
            do {
                Token key = peek();
                String from = word();
                require("=");
                if (pairs.put(from, word()) != null) {
                    throw unexpected(key, "a word that is not in the map yet");
                }
            } while (takes(","));
            require("}");
            return new Literal.Pairs(pairs);
        }
        return new Literal.Text(word());
    }

    private Condition any() throws SyntaxException {
        descend();
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(all());
        } while (takesWord("or"));
        depth--;
        return conditions.size() == 1 ? conditions.get(0) : new Condition.Any(conditions);
    }

    private Condition all() throws SyntaxException {
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(one());
        } while (takesWord("and"));
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    private Condition one() throws SyntaxException {
        boolean isNot = peek().is(Kind.WORD, "not") && tokens.get(at + 1).is(Kind.SIGN, "(");
        if (isNot) {
            at++;
        }
        if (takes("(")) {
            Condition inner = any();
            require(")");
            return isNot ? new Condition.Not(inner) : inner;
        }
        return comparison();
    }

    private Condition comparison() throws SyntaxException {
        Chain value = chain();
        if (takesWord("starts")) {
            requireWord("with");
            return new Condition.Is(value, Condition.Comparison.STARTS_WITH, List.of(word()));
        }
        requireWord("is");
        boolean isNot = takesWord("not");
        Condition.Is is;
        if (takesWord("empty")) {
            is = new Condition.Is(value, Condition.Comparison.EMPTY, List.of());
        } else {
            List<String> texts = new ArrayList<>();
            if (peek().is(Kind.WORD, "one") && tokens.get(at + 1).is(Kind.WORD, "of")) {
                at += 2;
                do {
                    texts.add(word());
                } while (takes(","));
            } else {
                texts.add(word());
            }
            is = new Condition.Is(value, Condition.Comparison.ONE_OF, texts);
        }
        return isNot ? new Condition.Not(is) : is;
    }

    private String word() throws SyntaxException {
        Token token = next();
        if (token.kind() != Kind.WORD && token.kind() != Kind.TEXT) {
            throw unexpected(token, "a word or a 'text'");
        }
        return token.text();
    }

    private void descend() throws SyntaxException {
        if (++depth > DEEPEST) {
            throw unexpected(peek(), "less nesting");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    private boolean takes(String sign) {
        boolean isThere = peek().is(Kind.SIGN, sign);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private boolean takesWord(String word) {
        boolean isThere = peek().is(Kind.WORD, word);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private void require(String sign) throws SyntaxException {
        if (!takes(sign)) {
            throw unexpected(peek(), "'" + sign + "'");
        }
    }

    private void requireWord(String word) throws SyntaxException {
        if (!takesWord(word)) {
            throw unexpected(peek(), "'" + word + "'");
        }
    }

    private void requireEnd(String expected) throws SyntaxException {
        if (peek().kind() != Kind.END) {
            throw unexpected(peek(), expected);
        }
    }

    private static SyntaxException unexpected(Token token, String expected) {
        return new SyntaxException(token.start(), token.shown(), expected);
    }
}
