package org.exchangebus.transformers.function;

import java.util.Locale;

/** The functions of the language as pages for people; made from their definitions, never by hand. */
public final class FunctionReference {

    private static final Words TITLE = new Words("Functions of the mapping language", "映射语言的函数");
    private static final Words INTRODUCTION = new Words(
            "Printed by `FunctionReference`, which a test compares with this file. A value that cannot be worked on is"
                    + " a rejection whose rule is the function's name; \"no value\" passes by all but `default`."
                    + " Every example is a test.",
            "由 `FunctionReference` 生成,并由测试核对。无法处理的值会被退回,规则名即函数名;除 `default` 外," + "“无值”不经处理直接通过。每个示例都是测试。");
    private static final Words COLUMNS = new Words("| call | of | gives |", "| 调用 | 输入 | 结果 |");
    private static final Words NO_VALUE = new Words("*no value*", "*无值*");
    private static final Words REJECTED = new Words("*rejected*", "*退回*");
    private static final Words TWICE = new Words(" Given its own result, it changes nothing.", "对自身的结果再次使用,不再改变。");

    private FunctionReference() {}

    /** The page of all functions in Markdown, in the language of the locale (Chinese, else English). */
    public static String markdown(Locale locale) {
        StringBuilder page = new StringBuilder(32_768);
        page.append("# ").append(TITLE.in(locale)).append("\n\n");
        page.append(INTRODUCTION.in(locale)).append('\n');
        Functions.all().forEach(function -> page.append('\n').append(markdown(function, locale)));
        return page.toString();
    }

    /** The section of one function in Markdown, in the language of the locale (Chinese, else English). */
    public static String markdown(Function function, Locale locale) {
        StringBuilder section = new StringBuilder(512);
        section.append("## ").append(function.name()).append("\n\n");
        section.append('`').append(function.usage()).append("` · ");
        section.append(function.takes().word(locale)).append(" → ");
        section.append(function.gives().word(locale)).append("\n\n");
        section.append(function.summary(locale));
        section.append(function.isIdempotent() ? TWICE.in(locale) : "").append("\n\n");
        for (Parameter parameter : function.parameters()) {
            section.append("- `").append(parameter.name()).append("`: ");
            section.append(parameter.summary(locale).strip()).append('\n');
        }
        section.append(function.parameters().isEmpty() ? "" : "\n");
        section.append(COLUMNS.in(locale)).append("\n| --- | --- | --- |\n");
        for (Function.Example example : function.examples()) {
            String gives = example.gives();
            section.append("| ").append(code(example.call().replace("|", "\\|"), locale));
            section.append(" | ").append(code(example.takes(), locale)).append(" | ");
            section.append(gives == null ? REJECTED.in(locale) : code(gives, locale));
            section.append(" |\n");
        }
        return section.toString();
    }

    private static String code(String text, Locale locale) {
        if (text.isEmpty()) {
            return NO_VALUE.in(locale);
        }
        StringBuilder shown = new StringBuilder("`");
        text.codePoints().forEach(c -> {
            if (c == 0x3000 || c == 0xA0 || c < 0x20 || c >= 0x300 && c < 0x370) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append('`').toString();
    }
}
