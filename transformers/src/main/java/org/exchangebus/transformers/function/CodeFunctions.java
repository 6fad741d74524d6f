package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.codetable.CrossWalk;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Slices;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Codes of the standards, by code, by label, or by the source's own dialect. */
final class CodeFunctions {

    static final List<Function> ALL = List.of(Definition.ofText("code")
            .says(
                    "Gives the code of a code table. With map, the source's own words come first, then with from the cross-walk of a dialect, an older edition or another table, and these alone unless by is given; by=code takes codes of the table, by=label its labels and their aliases. Of an open table by=code takes every text. What a cross-walk leaves open is rejected until map decides it.",
                    "给出代码表中的代码。带 map 时先查来源的用词,带 from 时再查方言、旧版或其他代码表的对照关系,未写 by 则只查这些;by=code 取表中代码,by=label 取名称及别名。开放的代码表在 by=code 时接受任何文字。对照关系未定的代码予以拒绝,可由 map 指定。")
            .with(
                    required("table", Parameter.Form.TEXT, "the name of a code table", "代码表名称"),
                    optional("by", Parameter.Form.TEXT, "code or label", " code 或 label"),
                    optional("map", Parameter.Form.PAIRS, "a map from the source's words to codes", "来源用词到代码的对照表"),
                    optional(
                            "from",
                            Parameter.Form.TEXT,
                            "a dialect or table with a cross-walk to the table",
                            "与该表有对照关系的方言或代码表"))
            .example("code(sex, by=label)", "男性", "1")
            .example("code(sex, map={M=1, F=2})", "F", "2")
            .rejects("code(sex, map={M=1, F=2})", "2")
            .rejects("code(sex)", "7")
            .example("code(certificate-type, from=market-registry)", "10", "111")
            .example("code(currency, by=code, from=iso-4217-numeric)", "EUR", "EUR")
            .rejects("code(certificate-type, from=double-publicity-id-type)", "护照号")
            .example("code(certificate-type, from=double-publicity-id-type, map={护照号=414})", "护照号", "414")
            .makes(CodeFunctions::code));

    private CodeFunctions() {}

    private static @Nullable Step code(Arguments arguments) {
        String name = arguments.required("table");
        String by = arguments.text("by");
        if (by != null && !by.equals("code") && !by.equals("label")) {
            arguments.refuse("by", by);
        }
        CodeTable table = arguments.table("table");
        if (table == null) {
            return null;
        }
        Map<String, String> dialect = arguments.pairs("map");
        for (String code : dialect.values()) {
            if (!table.holds(code)) {
                arguments.refuseCode("map", code, name);
            }
        }
        CrossWalk walk = arguments.has("from") ? arguments.crossWalk("from", table) : null;
        boolean isAlone = arguments.has("map") || walk != null;
        Step rest;
        if ("label".equals(by)) {
            rest = value -> byLabel(table, value);
        } else if ("code".equals(by) || !isAlone) {
            // What an open table does not list is a doubt of the resource's check, not a rejection.
            rest = value -> table.isOpen() || table.holds(value.array(), value.start(), value.end())
                    ? null
                    : ValueProblem.UNKNOWN_CODE;
        } else {
            rest = value -> ValueProblem.UNKNOWN_CODE;
        }
        Step walked = walk == null ? rest : withCrossWalk(walk, rest);
        return arguments.has("map") ? withDialect(new Slices(dialect), walked) : walked;
    }

    private static Step withCrossWalk(CrossWalk walk, Step rest) {
        return value -> {
            byte[] code = walk.get(value.array(), value.start(), value.end());
            if (code != null) {
                value.set(code, 0, code.length);
                return null;
            }
            return walk.isUndecided(value.array(), value.start(), value.end())
                    ? ValueProblem.CODE_UNDECIDED
                    : rest.apply(value);
        };
    }

    private static Step withDialect(Slices dialect, Step rest) {
        return value -> {
            byte[] code = dialect.get(value.array(), value.start(), value.end());
            if (code == null) {
                return rest.apply(value);
            }
            value.set(code, 0, code.length);
            return null;
        };
    }

    private static @Nullable Problem byLabel(CodeTable table, Value value) {
        byte[] code = table.codeOfLabel(value.array(), value.start(), value.end());
        if (code != null) {
            value.set(code, 0, code.length);
            return null;
        }
        // A table may take free text behind a prefix; such a text is its own code.
        String label = value.text();
        return label != null && table.code(label).isPresent() ? null : ValueProblem.UNKNOWN_CODE;
    }
}
