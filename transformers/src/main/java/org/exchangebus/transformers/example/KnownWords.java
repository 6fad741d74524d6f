package org.exchangebus.transformers.example;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Function;
import org.exchangebus.transformers.function.Functions;
import org.exchangebus.transformers.function.Literal;
import org.exchangebus.transformers.function.Parameter;
import org.jspecify.annotations.Nullable;

/** The words of a source that a call knows: what it translates, and what it takes for no value or no end. */
final class KnownWords {

    private static final String CODE = "code";
    private static final String NULL_WHEN = "null-when";

    private KnownWords() {}

    static Set<String> of(Call call) {
        Function function = Functions.named(call.function());
        Set<String> words = new HashSet<>();
        for (Call.Argument argument : call.arguments()) {
            if (argument.literal() instanceof Literal.Pairs pairs) {
                words.addAll(pairs.pairs().keySet());
            } else if (function != null && isOfWords(function, argument)) {
                words.addAll(
                        argument.literal() instanceof Literal.Texts texts
                                ? texts.texts()
                                : List.of(argument.literal().written()));
            }
        }
        return words;
    }

    /** The code table that a call takes its codes from; null where it takes none. */
    static @Nullable String codeTable(Call call) {
        return call.function().equals(CODE) && !call.arguments().isEmpty()
                ? call.arguments().get(0).literal().written()
                : null;
    }

    private static boolean isOfWords(Function function, Call.Argument argument) {
        return argument.name() == null
                ? function.name().equals(NULL_WHEN)
                : function.parameters().stream()
                        .anyMatch(parameter ->
                                parameter.name().equals(argument.name()) && parameter.form() == Parameter.Form.LIST);
    }
}
