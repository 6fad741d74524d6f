package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.optional;
import static org.exchangebus.transformers.function.Parameter.required;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.tree.Format;
import org.exchangebus.transformers.tree.Tree;
import org.exchangebus.transformers.tree.TreePath;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Texts out of documents that a cell holds. Reading one makes objects; it is read once a row, whatever is taken. */
final class DocumentFunctions {

    static final List<Function> ALL = List.of(
            Definition.ofText("xml")
                    .says(
                            "Takes the text at a path out of XML. A path that leads nowhere gives nothing; one that leads to"
                                    + " several texts is rejected unless all is given, which joins them; one that leads"
                                    + " to further elements is rejected. Allocates.",
                            "按路径取出 XML 中的文字。路径不存在时无值;有多处时退回,除非给出 all(连接符);指向含下级元素者退回。会分配内存。")
                    .with(path(), all())
                    .example("xml('/row/name')", "<row><name>王样例</name></row>", "王样例")
                    .example("xml('/row/@id')", "<a:row xmlns:a='u' id='7'/>", "7")
                    .example(
                            "xml('/row/item[@name=XM]')",
                            "<row><item name='XM'>王</item><item name='XB'>1</item></row>",
                            "王")
                    .example("xml('/row/phone[2]')", "<row><phone>1</phone><phone>2</phone></row>", "2")
                    .example("xml('/row/phone', all=';')", "<row><phone>1</phone><phone>2</phone></row>", "1;2")
                    .example("xml('/row/none')", "<row/>", "")
                    .rejects("xml('/row/phone')", "<row><phone>1</phone><phone>2</phone></row>")
                    .rejects("xml('/row')", "<row><phone>1</phone></row>")
                    .rejects("xml('/row')", "<row>")
                    .makes(arguments -> take(arguments, Format.XML)),
            Definition.ofText("json")
                    .says(
                            "Takes the text at a path out of JSON, as xml does; numbers stay as they are written, null"
                                    + " is nothing, and a step of digits is the place in an array, from 0. Allocates.",
                            "按路径取出 JSON 中的文字,规则同 xml;数值保持原样,null 为无值,数字表示数组下标(从 0 计)。会分配内存。")
                    .with(path(), all())
                    .example("json('/row/name')", "{\"row\":{\"name\":\"王样例\"}}", "王样例")
                    .example("json('/phones/0')", "{\"phones\":[\"1\",\"2\"]}", "1")
                    .example("json('/phones', all=';')", "{\"phones\":[\"1\",\"2\"]}", "1;2")
                    .example("json('/items[key=XB]/value')", "{\"items\":[{\"key\":\"XB\",\"value\":1.50}]}", "1.50")
                    .example("json('/xml') | xml('/name')", "{\"xml\":\"<name>王</name>\"}", "王")
                    .rejects("json('/a')", "{\"a\":{\"b\":1}}")
                    .rejects("json('/a')", "{a:1}")
                    .makes(arguments -> take(arguments, Format.JSON)));

    private DocumentFunctions() {}

    private static Parameter path() {
        return required(
                "path",
                Parameter.Form.TEXT,
                "a path such as /row/item[2]/@id or /row/item[@name=XM]/value",
                "路径,如 /row/item[2]/@id 或 /row/item[@name=XM]/value");
    }

    private static Parameter all() {
        return optional("all", Parameter.Form.TEXT, "what stands between several texts", "多处文字之间的连接符");
    }

    private static @Nullable Step take(Arguments arguments, Format format) {
        String text = arguments.required("path");
        TreePath path = TreePath.of(format, text);
        if (path == null || !path.isAbsolute()) {
            arguments.refuse("path", text);
            return null;
        }
        String all = arguments.text("all");
        byte[] between = all == null ? null : all.getBytes(StandardCharsets.UTF_8);
        return value -> {
            Tree tree = value.trees().read(format, value.array(), value.start(), value.end());
            return tree.problem() != null ? tree.problem() : take(value, tree, path.nodes(tree, 0), between);
        };
    }

    /** Lets the value be the text of the nodes. */
    private static @Nullable Problem take(Value value, Tree tree, int[] nodes, byte @Nullable [] between) {
        for (int node : nodes) {
            if (tree.isInner(node)) {
                return ValueProblem.LEADS_TO_ELEMENTS;
            }
        }
        if (nodes.length > 1 && between == null) {
            return ValueProblem.LEADS_TO_SEVERAL;
        }
        value.setNothing();
        for (int i = nodes.length - 1; i >= 0; i--) {
            int start = tree.textStart(nodes[i]);
            int end = tree.textEnd(nodes[i]);
            if (start == end) {
                continue;
            }
            if (value.isNothing()) {
                value.set(tree.array(), start, end);
            } else if (between != null) {
                value.prepend(tree.array(), start, end, between);
            }
        }
        return null;
    }
}
