package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Value;
import org.exchangebus.transformers.value.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one chunk into records: the loop that every record goes through. */
final class ChunkWork {

    private static final int BYTES_PER_RECORD = 48;
    private static final int BYTES_PER_ITEM = 14;
    private static final String READABLE = "readable";

    private final Plan plan;
    private final ResourceCheck check;
    private final SourceChunk chunk;
    private final Rows rows;
    private final int @Nullable [] order;
    private final Cells read;
    private final Cells record;
    private final Work work;
    private final Reasons reasons;
    private final RecordChunk.Builder records;
    private final List<Rejection> rejections = new ArrayList<>();
    private int filtered;

    /** @param order where each field of the plan stands in the rows; null where they stand in its order */
    ChunkWork(Plan plan, ResourceCheck check, SourceChunk chunk, int @Nullable [] order) {
        this.plan = plan;
        this.check = check;
        this.chunk = chunk;
        this.rows = chunk.rows();
        this.order = order;
        read = new Cells(rows.fields().size());
        record = new Cells(plan.items.size());
        work = new Work(order == null ? read : new Cells(plan.fields.size()));
        reasons = new Reasons(plan);
        records = new RecordChunk.Builder(
                chunk.id(),
                chunk.flow(),
                plan.resource.name(),
                plan.items,
                rows.count() * (BYTES_PER_RECORD + BYTES_PER_ITEM * plan.items.size()));
    }

    MappedChunk map() {
        for (int row = 0; row < rows.count(); row++) {
            rows.show(row, read);
            if (order != null) {
                arrange(order);
            }
            work.value.startRow();
            reasons.startRow();
            map(row);
        }
        for (Rows.BadRow bad : rows.badRows()) {
            rejections.add(new Rejection(
                    rows.place(), bad.position(), null, null, READABLE, bad.problem(), bad.arguments(), bad.raw()));
        }
        return new MappedChunk(
                records.build(),
                List.copyOf(rejections),
                filtered,
                reasons.doubts().of(rows.place()));
    }

    private void map(int row) {
        boolean isLeftOut = holdsAny(plan.leaveOut);
        if (isLeftOut && reasons.isEmpty()) {
            filtered++;
            return;
        }
        boolean isDeletion = holdsAny(plan.delete);
        fill(isDeletion);
        // What the check tells counts, not its answer: an item may be waived.
        if (isDeletion) {
            check.acceptsKey(record, reasons);
        } else {
            check.accepts(record, reasons);
        }
        if (reasons.isEmpty()) {
            records.add(isDeletion ? Operation.DELETE : Operation.UPSERT, chunk.firstVersion() + row, record);
            reasons.doubts().count(rows.position(row));
        } else {
            byte[] payload = RowJson.of(rows.fields(), read);
            rejections.add(reasons.rejection(rows.place(), rows.position(row), record, payload));
            keepKey();
        }
    }

    /** A full set must not miss a row only because its record is not in order; its key has to be. */
    private void keepKey() {
        boolean isThere = true;
        for (int i = 0; i < plan.nodes.length; i++) {
            if (plan.isKey(i)) {
                isThere &= !record.isNull(i);
            } else {
                record.setNull(i);
            }
        }
        if (isThere && check.acceptsKey(record, (item, rule, problem, arguments) -> {})) {
            records.keep(record);
        }
    }

    private boolean holdsAny(Plan.Rule[] rules) {
        for (Plan.Rule rule : rules) {
            boolean holds = holds(rule.when());
            if (work.hasFailed()) {
                reasons.undecided(rule.field(), work);
            } else if (holds) {
                return true;
            }
        }
        return false;
    }

    private void fill(boolean onlyKey) {
        for (int i = 0; i < plan.nodes.length; i++) {
            Node node = plan.nodes[i];
            if (node == null || onlyKey && !plan.isKey(i)) {
                record.setNull(i);
            } else if (!isMade(node)) {
                reasons.unmade(i, work);
                record.setNull(i);
            } else if (work.value.isNothing()) {
                record.setNull(i);
            } else {
                record.set(i, work.value.array(), work.value.start(), work.value.end());
            }
        }
    }

    private boolean isMade(Node node) {
        try {
            return node.evaluate(work);
        } catch (ValueTooLargeException e) {
            return isTooLarge();
        }
    }

    private boolean holds(Guard guard) {
        try {
            return guard.holds(work);
        } catch (ValueTooLargeException e) {
            return isTooLarge();
        }
    }

    private boolean isTooLarge() {
        work.value.setNothing();
        return work.fails(ValueProblem.VALUE_TOO_LARGE, "size", Integer.toString(Value.LARGEST));
    }

    private void arrange(int[] places) {
        for (int i = 0; i < places.length; i++) {
            byte[] array = read.array(places[i]);
            if (array == null) {
                work.row.setNull(i);
            } else {
                work.row.set(i, array, read.start(places[i]), read.end(places[i]));
            }
        }
    }
}
