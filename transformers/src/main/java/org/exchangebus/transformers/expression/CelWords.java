package org.exchangebus.transformers.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.schemas.problem.Phrase;

/** What the compiler of CEL says, in words of our own where it is one of the usual mistakes. */
final class CelWords {

    private static final Pattern NO_FUNCTION = Pattern.compile("undeclared reference to '([^']+)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '([^']*)'.*");
    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched input|extraneous input|no viable alternative at input) '([^']*)'.*");
    private static final Pattern STRANGE = Pattern.compile("token recognition error at: '(.*)'");

    private CelWords() {}

    static Phrase of(String said) {
        Matcher matcher = NO_FUNCTION.matcher(said);
        if (matcher.matches()) {
            String name = matcher.group(1);
            return new Phrase("there is no '" + name + "'", "没有 “" + name + "”");
        }
        matcher = NO_OVERLOAD.matcher(said);
        if (matcher.matches()) {
            String sign = matcher.group(1).replace("_", "");
            String kinds = matcher.group(2);
            return new Phrase("'" + sign + "' does not work on " + kinds, "“" + sign + "” 不能用于 " + kinds);
        }
        matcher = UNEXPECTED.matcher(said);
        if (matcher.matches()) {
            boolean isEnd = matcher.group(1).equals("<EOF>");
            String sign = matcher.group(1);
            return isEnd
                    ? new Phrase("it ends too early", "表达式不完整")
                    : new Phrase("'" + sign + "' stands where it does not belong", "此处不应有 “" + sign + "”");
        }
        matcher = STRANGE.matcher(said);
        if (matcher.matches()) {
            String sign = matcher.group(1);
            return new Phrase("'" + sign + "' is no word of CEL", "“" + sign + "” 不是 CEL 的写法");
        }
        return new Phrase("the compiler says \"" + said + "\"", "编译器提示 “" + said + "”");
    }
}
