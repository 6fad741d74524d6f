package org.exchangebus.schemas.catalogue;

import org.exchangebus.schemas.catalogue.ResourceCheck.Violations;
import org.exchangebus.schemas.identifier.Fault;
import org.exchangebus.schemas.identifier.IdentifierKind;

/** Checks that an item's values are identifiers of one kind, and tells each fault and doubt of one that is not. */
final class IdentifierCheck {

    private final IdentifierKind kind;
    private final Item item;
    private final int position;
    private final String rule;
    private final int forgiven;

    /** @param rule the rule that a fault breaks */
    IdentifierCheck(String kind, Item item, int position, String rule) {
        this.kind = IdentifierKind.of(kind).orElseThrow();
        this.item = item;
        this.position = position;
        this.rule = rule;
        forgiven = item.takesRetired() ? Fault.REGION_RETIRED.bit() : 0;
    }

    boolean accepts(byte[] text, int start, int end, Violations violations) {
        int faults = kind.faults(text, start, end) & ~forgiven;
        return faults == 0 || tell(faults, ItemCheck.shown(item, text, start, end), violations);
    }

    private boolean tell(int faults, String shown, Violations violations) {
        String[] arguments = {item.name(), shown, kind.title(), kind.form(), kind.chineseTitle(), kind.chineseForm()};
        for (Fault fault : Fault.values()) {
            if (!fault.isIn(faults)) {
                continue;
            }
            if (fault.isDoubt()) {
                violations.doubt(position, rule, fault, arguments);
            } else {
                violations.add(position, rule, fault, arguments);
            }
        }
        return Fault.pass(faults);
    }
}
