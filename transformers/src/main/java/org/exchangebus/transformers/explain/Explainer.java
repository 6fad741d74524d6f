package org.exchangebus.transformers.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Explains what a mapping makes of rows. The rows go through the mapping's own compiled values and conditions, with a
 * watch around them, one at a time. Not thread-safe.
 */
public final class Explainer {

    private final Mapping mapping;
    private final Recorder recorder;
    private final boolean showsValues;

    /** @param showsValues whether personal values are shown as they are, and not masked */
    public Explainer(Mapping mapping, boolean showsValues) {
        this.recorder = new Recorder(mapping.resource());
        this.mapping = mapping.watched(recorder);
        this.showsValues = showsValues;
    }

    /** Explains every row, those that could not be read last. */
    public List<Explanation> explain(Rows rows) {
        List<Explanation> explanations = new ArrayList<>();
        for (int row = 0; row < rows.count(); row++) {
            explanations.add(explain(rows, row));
        }
        for (Rows.BadRow bad : rows.badRows()) {
            Rejection.Reason reason = new Rejection.Reason(null, "readable", bad.problem(), bad.arguments());
            explanations.add(new Explanation(
                    mapping.name(),
                    rows.place(),
                    bad.position(),
                    Fate.REJECTED,
                    List.of(),
                    List.of(),
                    List.of(reason)));
        }
        return explanations;
    }

    /** Explains one row. */
    public Explanation explain(Rows rows, int row) {
        Rows.Builder alone = new Rows.Builder(rows.fields(), rows.place(), 1);
        for (int field = 0; field < rows.fields().size(); field++) {
            alone.cell(rows.text(row, field));
        }
        alone.endRow(rows.position(row));
        recorder.take();
        MappedChunk mapped = mapping.apply(new SourceChunk(new ChunkId(0, 0), mapping.name(), 0, alone.build()));
        Fate fate = fate(mapped);
        List<Trace> rules = new ArrayList<>();
        Map<String, Trace> items = new HashMap<>();
        for (Trace trace : recorder.take()) {
            if (trace.spot().kind() == Spot.Kind.ITEM) {
                items.put(String.valueOf(trace.spot().name()), trace);
            } else {
                rules.add(shown(trace, null));
            }
        }
        return new Explanation(
                mapping.name(),
                rows.place(),
                rows.position(row),
                fate,
                rules,
                fate == Fate.LEFT_OUT ? List.of() : items(items, fate == Fate.DELETE),
                mapped.rejections().isEmpty()
                        ? List.of()
                        : reasons(mapped.rejections().get(0)));
    }

    private List<ExplainedItem> items(Map<String, Trace> traces, boolean onlyKey) {
        Resource resource = mapping.resource();
        Cells record = new Cells(resource.items().size());
        for (int i = 0; i < record.size(); i++) {
            Trace trace = traces.get(resource.items().get(i).name());
            record.setText(i, trace == null ? null : trace.value());
        }
        Verdicts verdicts = new Verdicts(mapping, record, traces, onlyKey);
        List<ExplainedItem> explained = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
            Item item = resource.items().get(i);
            Trace trace = traces.get(item.name());
            String value = record.text(i);
            explained.add(new ExplainedItem(
                    item,
                    trace == null ? null : shown(trace, item),
                    value == null || showsValues ? value : item.shown(value),
                    mapping.waived().get(item.name()),
                    verdicts.of(i)));
        }
        return explained;
    }

    private Trace shown(Trace trace, @Nullable Item item) {
        if (showsValues) {
            return trace;
        }
        return trace.masked(item == null ? null : item.masking(), recorder.masks())
                .with(item == null ? null : item.masking());
    }

    private static Fate fate(MappedChunk mapped) {
        if (!mapped.rejections().isEmpty()) {
            return Fate.REJECTED;
        }
        RecordChunk.Reader records = mapped.records().read();
        if (!records.next()) {
            return Fate.LEFT_OUT;
        }
        return records.operation() == Operation.DELETE ? Fate.DELETE : Fate.RECORD;
    }

    private static List<Rejection.Reason> reasons(Rejection rejection) {
        List<Rejection.Reason> reasons = new ArrayList<>();
        reasons.add(
                new Rejection.Reason(rejection.item(), rejection.rule(), rejection.problem(), rejection.arguments()));
        reasons.addAll(rejection.further());
        return reasons;
    }
}
