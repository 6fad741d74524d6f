package org.exchangebus.schemas.catalogue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.exchangebus.schemas.catalogue.ResourceCheck.Violations;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.jspecify.annotations.Nullable;

/** Checks texts: length in code points, code table, identifier; free text may hold anything but U+0000. */
final class TextCheck extends ItemCheck {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final int length;
    private final @Nullable CodeTable codeTable;
    private final @Nullable IdentifierCheck identifier;
    private final TextForm form;

    TextCheck(Item item, int position) {
        this(item, position, item.codeTable() == null ? null : CodeTable.bundled(item.codeTable()));
    }

    TextCheck(Item item, int position, @Nullable CodeTable codeTable) {
        super(item, position);
        length = item.length() == 0 ? Integer.MAX_VALUE : item.length();
        this.codeTable = codeTable;
        String kind = item.identifier();
        identifier = kind == null ? null : new IdentifierCheck(kind, item, position, "identifier");
        form = item.textForm();
    }

    @Override
    boolean accepts(byte[] text, int start, int end, Violations violations) {
        // A text has never more characters than bytes, so most need no counting.
        if (end - start > length && characters(text, start, end) > length) {
            violations.add(
                    position,
                    "length",
                    SchemaProblem.TOO_LONG,
                    item.name(),
                    shown(text, start, end),
                    String.valueOf(length));
            return false;
        }
        if (form != TextForm.ANY && !isOfForm(text, start, end, violations)) {
            return false;
        }
        if (codeTable != null && !isCodeOf(codeTable, text, start, end, violations)) {
            return false;
        }
        if (identifier != null) {
            return identifier.accepts(text, start, end, violations);
        }
        return !holdsNul(text, start, end) || breaksType(text, start, end, "text without U+0000", violations);
    }

    private boolean isCodeOf(CodeTable table, byte[] text, int start, int end, Violations violations) {
        if (!table.holds(text, start, end)) {
            return passes(
                    table,
                    SchemaProblem.NOT_IN_CODE_TABLE,
                    SchemaProblem.CODE_NOT_LISTED,
                    shown(text, start, end),
                    violations);
        }
        return item.takesRetired()
                || !table.isRetired(text, start, end)
                || passes(
                        table,
                        SchemaProblem.CODE_RETIRED,
                        SchemaProblem.RETIRED_CODE_PASSES,
                        shown(text, start, end),
                        violations);
    }

    /** Tells of a code that its table does not have in use, which is only a doubt where the table is open. */
    private boolean passes(
            CodeTable table, SchemaProblem problem, SchemaProblem doubt, String shown, Violations violations) {
        if (table.isOpen()) {
            violations.doubt(position, "code-table", doubt, item.name(), shown, table.name());
        } else {
            violations.add(position, "code-table", problem, item.name(), shown, table.name());
        }
        return table.isOpen();
    }

    private boolean isOfForm(byte[] text, int start, int end, Violations violations) {
        int wide = TextFormCheck.firstWide(form.width(), text, start, end);
        if (wide >= 0) {
            violations.add(
                    position,
                    "text-form",
                    SchemaProblem.FULL_WIDTH,
                    item.name(),
                    shown(text, start, end),
                    String.valueOf(characters(text, start, wide) + 1));
            return false;
        }
        if (form.isNormalised() && !TextFormCheck.isNormalised(text, start, end)) {
            violations.add(position, "text-form", SchemaProblem.NOT_NORMALISED, item.name(), shown(text, start, end));
            return false;
        }
        return true;
    }

    private static int characters(byte[] text, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                count++;
            }
        }
        return count;
    }

    private static boolean holdsNul(byte[] text, int start, int end) {
        int i = start;
        for (; i + 8 <= end; i += 8) {
            long word = (long) LONGS.get(text, i);
            if ((word - ONES & ~word & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; i < end; i++) {
            if (text[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
