package org.exchangebus.transformers.mapping;

import java.util.List;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Obligation;
import org.exchangebus.transformers.function.Complaints;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Nearest;

/** Holds the nested items of a mapping to those that the resource declares; what is not declared may be anything. */
final class ShapeFit {

    private final Complaints complaints;

    ShapeFit(Complaints complaints) {
        this.complaints = complaints;
    }

    void require(Item item, Chain.Structure made) {
        if (item.items().isEmpty()) {
            return;
        }
        boolean isPlainList =
                made.members().stream().anyMatch(member -> member.name().isEmpty());
        if (isPlainList || item.isRepeated() != (made.each() != null)) {
            complaints.add(
                    made.place(),
                    MappingProblem.OTHER_SHAPE,
                    item.name(),
                    item.isRepeated() ? "each, items" : "items",
                    isPlainList ? "each, from" : made.each() == null ? "items" : "each, items");
            return;
        }
        List<String> known = item.items().stream().map(Item::name).toList();
        for (Chain.Member member : made.members()) {
            int position = known.indexOf(member.name());
            if (position < 0) {
                String[] near = Nearest.arguments(member.name(), known);
                complaints.add(member.place(), MappingProblem.UNKNOWN_ITEM, near[0], near[1], near[2], item.name());
            } else if (member.value().source() instanceof Chain.Structure inner) {
                require(item.items().get(position), inner);
            }
        }
        for (Item nested : item.items()) {
            boolean isMade =
                    made.members().stream().anyMatch(member -> member.name().equals(nested.name()));
            if (nested.obligation() == Obligation.MANDATORY && !isMade) {
                complaints.add(made.place(), MappingProblem.MISSING_NESTED, nested.name(), item.name());
            }
        }
    }
}
