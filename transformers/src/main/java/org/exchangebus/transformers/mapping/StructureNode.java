package org.exchangebus.transformers.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Kind;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.tree.Format;
import org.exchangebus.transformers.tree.Tree;
import org.exchangebus.transformers.tree.TreePath;
import org.exchangebus.transformers.value.JsonText;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Nested items as canonical JSON: an object, or a list of one for each element that a path leads to. What has no value
 * is left out; what then is empty is no value.
 */
final class StructureNode implements Node {

    /**
     * One nested item.
     *
     * @param name empty where the element is nothing but this value
     */
    record Member(String name, Node node, Kind kind) {}

    /**
     * What is repeated.
     *
     * @param document makes the document; null where the path begins at the element that is being repeated
     * @param call the step or source that says so, for messages
     */
    record Repeated(@Nullable Node document, Format format, TreePath path, Call call) {}

    private final @Nullable Repeated repeated;
    private final byte[][] names;
    private final Node[] nodes;
    private final boolean[] areQuoted;

    StructureNode(@Nullable Repeated repeated, List<Member> members) {
        this.repeated = repeated;
        List<Member> sorted = members.stream()
                .sorted((a, b) -> Arrays.compareUnsigned(bytes(a.name()), bytes(b.name())))
                .toList();
        names = sorted.stream().map(member -> bytes(member.name())).toArray(byte[][]::new);
        nodes = sorted.stream().map(Member::node).toArray(Node[]::new);
        areQuoted = new boolean[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            Kind kind = sorted.get(i).kind();
            areQuoted[i] = kind != Kind.NUMBER && kind != Kind.BOOLEAN && kind != Kind.STRUCTURE;
        }
    }

    @Override
    public boolean evaluate(Work work) {
        int start = work.json.length();
        boolean isMade = repeated == null ? isWritten(work) : areWritten(work, repeated);
        int length = work.json.length() - start;
        if (isMade && length > 0) {
            Value value = work.value;
            byte[] room = value.room(length);
            System.arraycopy(work.json.array(), start, room, value.roomAt(), length);
            value.keep(length);
        } else if (isMade) {
            work.value.setNothing();
        }
        work.json.cut(start);
        return isMade;
    }

    private boolean areWritten(Work work, Repeated all) {
        Tree outer = work.tree;
        int outerElement = work.element;
        Tree tree = outer;
        int from = outerElement;
        if (all.document() != null) {
            if (!all.document().evaluate(work)) {
                return false;
            }
            if (work.value.isNothing()) {
                return true;
            }
            Value value = work.value;
            tree = value.trees().read(all.format(), value.array(), value.start(), value.end());
            from = 0;
        }
        if (tree.problem() != null) {
            return work.fails(tree.problem(), all.call().function(), all.call().written());
        }
        boolean isMade = true;
        int start = work.json.length();
        for (int element : all.path().nodes(tree, from)) {
            work.tree = tree;
            work.element = element;
            int before = work.json.length();
            work.json.sign(before == start ? '[' : ',');
            isMade = isWritten(work);
            if (isMade && work.json.length() == before + 1) {
                work.json.cut(before);
            }
            if (isMade && work.json.length() - start > ResourceCheck.LONGEST_STRUCTURE) {
                isMade = work.fails(
                        ValueProblem.STRUCTURE_TOO_LONG,
                        all.call().function(),
                        all.call().written());
            }
            if (!isMade) {
                break;
            }
        }
        work.tree = outer;
        work.element = outerElement;
        if (isMade && work.json.length() > start) {
            work.json.sign(']');
        }
        return isMade;
    }

    /** Writes one object, or nothing at all where it would be empty. */
    private boolean isWritten(Work work) {
        JsonText json = work.json;
        int start = json.length();
        boolean isAlone = names.length == 1 && names[0].length == 0;
        for (int i = 0; i < nodes.length; i++) {
            if (!nodes[i].evaluate(work)) {
                return false;
            }
            Value value = work.value;
            if (value.isNothing()) {
                continue;
            }
            if (!isAlone) {
                json.sign(json.length() == start ? '{' : ',');
                json.text(names[i], 0, names[i].length);
                json.sign(':');
            }
            if (areQuoted[i]) {
                json.text(value.array(), value.start(), value.end());
            } else {
                json.raw(value.array(), value.start(), value.end());
            }
        }
        if (!isAlone && json.length() > start) {
            json.sign('}');
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
