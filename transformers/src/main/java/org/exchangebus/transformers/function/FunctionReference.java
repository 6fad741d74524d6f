package org.exchangebus.transformers.function;

/** The functions of the language as a page for people; made from their definitions, never by hand. */
public final class FunctionReference {

    private FunctionReference() {}

    /** The whole page in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(8192);
        page.append("# Functions of the mapping language\n\n")
                .append("Printed by `FunctionReference`, which a test compares with this file. A value that cannot be")
                .append(" worked on is a rejection whose rule is the function's name; \"no value\" passes by all but")
                .append(" `default`.\n");
        for (Function function : Functions.all()) {
            page.append("\n## ").append(function.name()).append("\n\n");
            page.append('`').append(function.usage()).append("` · ");
            page.append(function.takes().word())
                    .append(" → ")
                    .append(function.gives().word());
            page.append("\n\n").append(function.summary()).append("\n\n");
            for (Parameter parameter : function.parameters()) {
                page.append("- `")
                        .append(parameter.name())
                        .append("`: ")
                        .append(parameter.summary())
                        .append('\n');
            }
            page.append(function.parameters().isEmpty() ? "" : "\n");
            page.append("| call | of | gives |\n| --- | --- | --- |\n");
            for (Function.Example example : function.examples()) {
                page.append("| ").append(code(example.call().replace("|", "\\|")));
                page.append(" | ").append(code(example.takes()));
                String gives = example.gives();
                page.append(" | ")
                        .append(gives == null ? "*rejected*" : code(gives))
                        .append(" |\n");
            }
        }
        return page.toString();
    }

    private static String code(String text) {
        if (text.isEmpty()) {
            return "*no value*";
        }
        StringBuilder shown = new StringBuilder("`");
        text.codePoints().forEach(c -> {
            if (c == 0x3000 || c == 0xA0 || c < 0x20) {
                shown.append(String.format("\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.append('`').toString();
    }
}
