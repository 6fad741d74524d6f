package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Complaints;
import org.exchangebus.transformers.function.Function;
import org.exchangebus.transformers.function.Functions;
import org.exchangebus.transformers.function.Kind;
import org.exchangebus.transformers.function.Literal;
import org.exchangebus.transformers.mapping.StructureNode.Member;
import org.exchangebus.transformers.mapping.StructureNode.Repeated;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.tree.Format;
import org.exchangebus.transformers.tree.TreePath;
import org.jspecify.annotations.Nullable;

/** Compiles nested and repeated items; knows what is being repeated around what it compiles. */
final class StructureCompiler {

    private final ChainCompiler chains;
    private final Complaints complaints;
    private @Nullable Format element;

    StructureCompiler(ChainCompiler chains, Complaints complaints) {
        this.chains = chains;
        this.complaints = complaints;
    }

    /** Compiles nested items; null where something is wrong with them, all of which is told. */
    @Nullable
    Typed compile(Chain.Structure structure) {
        Chain each = structure.each();
        Repeated repeated = each == null ? null : repeated(each);
        Format outer = element;
        if (each != null) {
            // Where it could not be compiled, the paths inside are taken for granted.
            element = repeated == null ? Format.JSON : repeated.format();
        }
        List<Member> members = new ArrayList<>();
        for (Chain.Member member : structure.members()) {
            Typed typed = chains.compile(member.value());
            if (typed != null) {
                members.add(new Member(member.name(), typed.node(), typed.kind()));
            }
        }
        element = outer;
        boolean isSound = members.size() == structure.members().size() && (each == null) == (repeated == null);
        return isSound ? new Typed(new StructureNode(repeated, members), Kind.STRUCTURE, List.of(), null) : null;
    }

    /** Compiles {@code each('path')}; null where it leads nowhere, which is told. */
    @Nullable
    Typed compile(Chain.Element source) {
        TreePath path = path(source);
        if (path == null) {
            return null;
        }
        Node node = work -> {
            int[] nodes = path.nodes(work.tree, work.element);
            ValueProblem wrong = nodes.length > 1
                    ? ValueProblem.LEADS_TO_SEVERAL
                    : nodes.length == 1 && work.tree.isInner(nodes[0]) ? ValueProblem.LEADS_TO_ELEMENTS : null;
            if (wrong != null) {
                work.value.setNothing();
                return work.fails(wrong, "each", source.written());
            }
            if (nodes.length == 0) {
                work.value.setNothing();
            } else {
                work.value.set(work.tree.array(), work.tree.textStart(nodes[0]), work.tree.textEnd(nodes[0]));
            }
            return true;
        };
        return new Typed(node, Kind.TEXT, List.of(), null);
    }

    private @Nullable Repeated repeated(Chain each) {
        if (each.steps().isEmpty() && each.source() instanceof Chain.Element inner) {
            TreePath path = path(inner);
            Format format = element;
            return path == null || format == null
                    ? null
                    : new Repeated(null, format, path, new Call("each", List.of(), inner.place(), inner.written()));
        }
        int last = each.steps().size() - 1;
        Call call = last < 0 ? null : each.steps().get(last);
        boolean isPath = call != null
                && (call.function().equals("xml") || call.function().equals("json"));
        if (call == null || !isPath || call.arguments().size() > 1) {
            complaints.add(call == null ? each.place() : call.place(), MappingProblem.NOTHING_REPEATED);
            return null;
        }
        Typed document = chains.compile(new Chain(each.source(), each.steps().subList(0, last)));
        Function function = Functions.named(call.function());
        boolean isSound = function != null && chains.step(function, call, Kind.TEXT) != null;
        Format format = Format.valueOf(call.function().toUpperCase(Locale.ROOT));
        TreePath path = isSound
                ? TreePath.of(format, ((Literal.Text) call.arguments().get(0).literal()).text())
                : null;
        return document == null || path == null ? null : new Repeated(document.node(), format, path, call);
    }

    private @Nullable TreePath path(Chain.Element source) {
        TreePath path = element == null ? null : TreePath.of(element, source.path());
        if (path == null || path.isAbsolute()) {
            complaints.add(source.place(), MappingProblem.NO_ELEMENT, source.path());
            return null;
        }
        return path;
    }
}
