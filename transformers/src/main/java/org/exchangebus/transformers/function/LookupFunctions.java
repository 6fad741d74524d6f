package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Slices;
import org.jspecify.annotations.Nullable;

/** Values out of the mapping's own tables. */
final class LookupFunctions {

    static final List<Function> ALL = List.of(Definition.ofText("lookup")
            .says(
                    "Finds the value in the first column of a table of the mapping and gives another column of that row;"
                            + " what is not found is rejected unless missing is given. The examples' table is 'grade' with"
                            + " the columns grade, code, label.",
                    "在映射自带表的首列中查找,给出该行另一列的值;查不到的退回,除非给出 missing。示例中的表 grade 有 grade、code、label 三列。")
            .with(
                    required("table", Parameter.Form.TEXT, "a name under 'tables'", "tables 中的表名"),
                    optional(
                            "column",
                            Parameter.Form.TEXT,
                            "a column, which may be left out where there is only one",
                            "列名,仅有一列时可省略"),
                    optional(
                            "missing",
                            Parameter.Form.TEXT,
                            "what is given where nothing is found: a text, or nothing",
                            "查不到时的值:文字,或 nothing"))
            .example("lookup(grade, column=code)", "甲", "1")
            .example("lookup(grade, column=label)", "甲", "优")
            .example("lookup(grade, column=code, missing='9')", "丁", "9")
            .example("lookup(grade, column=code, missing=nothing)", "丁", "")
            .rejects("lookup(grade, column=code)", "丁")
            .makes(LookupFunctions::lookup));

    private LookupFunctions() {}

    private static @Nullable Step lookup(Arguments arguments) {
        Table table = arguments.ownTable("table");
        if (table == null) {
            return null;
        }
        String column = arguments.text("column");
        if (column == null && table.columns().size() > 1) {
            arguments.refuseColumn("table", "", table.columns());
            return null;
        }
        if (column != null && !table.columns().contains(column)) {
            arguments.refuseColumn("column", column, table.columns());
            return null;
        }
        Slices values = table.column(column == null ? table.columns().get(0) : column);
        String missing = arguments.text("missing");
        byte[] instead =
                missing == null ? null : (missing.equals("nothing") ? "" : missing).getBytes(StandardCharsets.UTF_8);
        return value -> {
            byte[] found = values.get(value.array(), value.start(), value.end());
            byte[] given = found == null ? instead : found;
            if (given == null) {
                return ValueProblem.NOT_IN_TABLE;
            }
            value.set(given, 0, given.length);
            return null;
        };
    }
}
