package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Literal;
import org.exchangebus.transformers.function.Words;
import org.exchangebus.transformers.mapping.Token.Kind;
import org.exchangebus.transformers.problem.Place;

/** Reads one text of the language: a value, steps alone, or a condition. */
final class Parser {

    private static final Words SOURCES =
            new Words("a field, a 'text', first(…), join(…) or each(…)", "字段、'文本'、first(…)、join(…) 或 each(…)");
    private static final Words STEP = new Words("'|' and a function", "'|' 和函数");

    private final String text;
    private final Place place;
    private final Cursor words;

    private Parser(String text, Place place) throws SyntaxException {
        this.text = text;
        this.place = place;
        words = new Cursor(text);
    }

    /** {@code FIELD | function | function(argument)}. */
    static Chain value(String text, Place place) throws SyntaxException {
        Parser parser = new Parser(text, place);
        Chain chain = parser.chain();
        parser.words.requireEnd(STEP);
        return chain;
    }

    /** {@code function | function}. */
    static List<Call> steps(String text, Place place) throws SyntaxException {
        Parser parser = new Parser(text, place);
        List<Call> steps = new ArrayList<>();
        do {
            steps.add(parser.call());
        } while (parser.words.takes("|"));
        parser.words.requireEnd(STEP);
        return steps;
    }

    /** {@code value is 'text' and value is not empty}. */
    static Condition condition(String text, Place place) throws SyntaxException {
        Parser parser = new Parser(text, place);
        Condition condition = parser.any();
        parser.words.requireEnd(new Words("'and' or 'or'", "'and' 或 'or'"));
        return condition;
    }

    private Chain chain() throws SyntaxException {
        Chain.Source source = source();
        List<Call> steps = new ArrayList<>();
        while (words.takes("|")) {
            steps.add(call());
        }
        return new Chain(source, steps);
    }

    private Chain.Source source() throws SyntaxException {
        Token token = words.next();
        Place here = place.plus(token.start());
        if (token.kind() == Kind.TEXT) {
            return new Chain.Constant(token.text(), here);
        }
        if (token.kind() == Kind.FIELD) {
            return new Chain.Field(token.text(), here);
        }
        if (token.kind() != Kind.WORD) {
            throw Cursor.unexpected(token, SOURCES);
        }
        if (!words.peek().is(Kind.SIGN, "(")) {
            return token.text().equals("nothing") ? new Chain.Nothing(here) : new Chain.Field(token.text(), here);
        }
        return switch (token.text()) {
            case "first", "join" -> several(token.text().equals("first"), here);
            case "each" -> element(here);
            default -> throw Cursor.unexpected(token, SOURCES);
        };
    }

    /** {@code each('path')}: something of the element that is being repeated. */
    private Chain.Source element(Place here) throws SyntaxException {
        words.require("(");
        String path = words.word();
        words.require(")");
        return new Chain.Element(path, here);
    }

    private Chain.Source several(boolean isFirst, Place here) throws SyntaxException {
        words.descend();
        words.require("(");
        List<Chain> values = new ArrayList<>();
        String with = "";
        do {
            if (!isFirst && words.takesName("with")) {
                with = words.word();
                break;
            }
            values.add(chain());
        } while (words.takes(","));
        words.require(")");
        words.ascend();
        return isFirst ? new Chain.First(values, here) : new Chain.Join(values, with, here);
    }

    private Call call() throws SyntaxException {
        Token name = words.next();
        if (name.kind() != Kind.WORD) {
            throw Cursor.unexpected(name, new Words("the name of a function", "函数名"));
        }
        List<Call.Argument> arguments = new ArrayList<>();
        if (words.takes("(") && !words.takes(")")) {
            do {
                arguments.add(argument());
            } while (words.takes(","));
            words.require(")");
        }
        String written = text.substring(name.start(), words.last().end());
        return new Call(name.text(), arguments, place.plus(name.start()), written);
    }

    private Call.Argument argument() throws SyntaxException {
        Token first = words.peek();
        String name = null;
        if (first.kind() == Kind.WORD && words.takesName(first.text())) {
            name = first.text();
        }
        return new Call.Argument(name, literal(), place.plus(first.start()));
    }

    private Literal literal() throws SyntaxException {
        if (words.takes("[")) {
            List<String> texts = new ArrayList<>();
            do {
                texts.add(words.word());
            } while (words.takes(","));
            words.require("]");
            return new Literal.Texts(texts);
        }
        if (words.takes("{")) {
            Map<String, String> pairs = new LinkedHashMap<>();
            do {
                Token key = words.peek();
                String from = words.word();
                words.require("=");
                if (pairs.put(from, words.word()) != null) {
                    throw Cursor.unexpected(key, new Words("a word that is not in the map yet", "对照表中尚未出现的词"));
                }
            } while (words.takes(","));
            words.require("}");
            return new Literal.Pairs(pairs);
        }
        return new Literal.Text(words.word());
    }

    private Condition any() throws SyntaxException {
        words.descend();
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(all());
        } while (words.takesWord("or"));
        words.ascend();
        return conditions.size() == 1 ? conditions.get(0) : new Condition.Any(conditions);
    }

    private Condition all() throws SyntaxException {
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(one());
        } while (words.takesWord("and"));
        return conditions.size() == 1 ? conditions.get(0) : new Condition.All(conditions);
    }

    private Condition one() throws SyntaxException {
        boolean isNot = words.peek().is(Kind.WORD, "not") && words.peekBeyond().is(Kind.SIGN, "(");
        if (isNot) {
            words.next();
        }
        if (words.takes("(")) {
            Condition inner = any();
            words.require(")");
            return isNot ? new Condition.Not(inner) : inner;
        }
        return comparison();
    }

    private Condition comparison() throws SyntaxException {
        Chain value = chain();
        if (words.takesWords("starts", "with")) {
            return new Condition.Is(value, Condition.Comparison.STARTS_WITH, List.of(words.word()));
        }
        if (words.takesWords("ends", "with")) {
            return new Condition.Is(value, Condition.Comparison.ENDS_WITH, List.of(words.word()));
        }
        if (words.takesWord("contains")) {
            return new Condition.Is(value, Condition.Comparison.CONTAINS, List.of(words.word()));
        }
        words.requireWord("is");
        boolean isNot = words.takesWord("not");
        Condition is = is(value);
        return isNot ? new Condition.Not(is) : is;
    }

    private Condition is(Chain value) throws SyntaxException {
        for (Condition.Order order : Condition.Order.values()) {
            if (order.isTaken(words)) {
                return new Condition.Compared(value, order, other());
            }
        }
        if (words.takesWord("empty")) {
            return new Condition.Is(value, Condition.Comparison.EMPTY, List.of());
        }
        if (words.peek().is(Kind.SIGN, "(")) {
            return new Condition.Compared(value, Condition.Order.EQUAL, other());
        }
        List<String> texts = new ArrayList<>();
        if (words.takesWords("one", "of")) {
            do {
                texts.add(words.word());
            } while (words.takes(","));
        } else {
            texts.add(words.word());
        }
        return new Condition.Is(value, Condition.Comparison.ONE_OF, texts);
    }

    /** What a value is compared with: a text, or another value in brackets. */
    private Chain other() throws SyntaxException {
        if (words.takes("(")) {
            Chain other = chain();
            words.require(")");
            return other;
        }
        Place here = place.plus(words.peek().start());
        return new Chain(new Chain.Constant(words.word(), here), List.of());
    }
}
