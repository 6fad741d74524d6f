package org.exchangebus.routes.bus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.exchangebus.routes.ledger.LandedSegment;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.RejectedRow;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.ResubmittedRow;
import org.exchangebus.routes.ledger.SentEntries;
import org.exchangebus.routes.ledger.TakenFrom;
import org.exchangebus.routes.ledger.WaitingKeys;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.Landing;
import org.jspecify.annotations.Nullable;

/** What a run has to do with the quarantine: it puts rows aside, carries entries, and closes those that it overtakes. */
final class QuarantineSteps {

    /** The place that rows of the quarantine come from; their position is the number of the entry. */
    static final String PLACE = "quarantine";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger;
    private final Landing landing;
    private final Map<String, Flow> flows;
    private final Function<Flow, FlowShape> shapes;

    QuarantineSteps(Ledger ledger, Landing landing, Map<String, Flow> flows, Function<Flow, FlowShape> shapes) {
        this.ledger = ledger;
        this.landing = landing;
        this.flows = flows;
        this.shapes = shapes;
    }

    /** Whether the segment that is being read holds rows of the quarantine. */
    static boolean isOfQuarantine(Exchange exchange) {
        return RunSteps.segment(exchange).isOfQuarantine();
    }

    Map<String, Processor> steps() {
        return Map.of(
                "resubmit", exchange -> exchange.getMessage().setBody(capture(ActiveRun.of(exchange))),
                "entries",
                        exchange -> exchange.getMessage()
                                .setBody(read(ActiveRun.of(exchange), RunSteps.segment(exchange))));
    }

    /** Lands what the run's request sends: a line for each entry, with the version that it keeps. */
    private Capture capture(ActiveRun run) throws IOException {
        Request request = requestOf(run);
        List<ResubmittedRow> rows = ledger.resubmissions().rows(request.id());
        if (rows.isEmpty()) {
            return new Capture(List.of(), null, List.of());
        }
        try (Landing.Writer out = landing.begin(PLACE + "-" + request.id() + ".jsonl")) {
            for (ResubmittedRow row : rows) {
                ObjectNode line = JSON.createObjectNode()
                        .put("entry", row.entry())
                        .put("version", row.version())
                        .put("row", new String(row.payload(), StandardCharsets.UTF_8));
                out.write(JSON.writeValueAsBytes(line));
                out.write('\n');
            }
            return new Capture(List.of(out.complete(Map.of())), null, List.of());
        }
    }

    /** Reads rows of the quarantine; those that this run's request sends at its rate, and until somebody stops it. */
    private QuarantineBlocks read(ActiveRun run, LandedSegment landed) throws IOException {
        Integer rate = null;
        IntPredicate isStopped = block -> false;
        if (run.takenFrom() == TakenFrom.QUARANTINE) {
            Request request = requestOf(run);
            rate = request.argument(Request.RATE).map(Integer::valueOf).orElse(null);
            // What is recorded may be on its way: it is read again after a restart, stopped or not.
            isStopped = block -> ledger.requests().isStopped(request.id())
                    && block > ledger.chunks().last(run.number());
        }
        return new QuarantineBlocks(run, shape(run).fields(), landing.open(landed.segment()), rate, isStopped);
    }

    /** Which keys the run has to look for among the records that it sends. */
    WaitingKeys waitingKeys(ActiveRun run) {
        return ledger.quarantine().waitingKeys(run.flow(), shape(run).key());
    }

    /** Closes the entries for which the chunk, whose turn it is, holds a newer record. */
    void supersede(ActiveRun run, RecordChunk chunk) {
        ledger.quarantine().supersede(run.waitingKeys(), chunk);
    }

    /** The chunk with the versions that entries of the quarantine keep. */
    MappedChunk withKeptVersions(ActiveRun run, LandedSegment landed, PlacedRows rows, MappedChunk mapped) {
        if (!landed.isOfQuarantine()) {
            return mapped;
        }
        RecordChunk records = mapped.records()
                .withVersions(version -> run.keptVersion(rows.position(version)).orElse(version));
        return new MappedChunk(records, mapped.rejections(), mapped.filtered(), mapped.doubts());
    }

    /** The chunk's rejections with what quarantine keeps of them; whoever carries a newer record of the key will see. */
    List<RejectedRow> rejected(ActiveRun run, LandedSegment landed, PlacedRows rows, MappedChunk mapped) {
        if (mapped.rejections().isEmpty()) {
            return List.of();
        }
        Map<Long, Long> versions = rows.versions();
        return mapped.rejections().stream()
                .map(rejection -> {
                    Optional<Long> kept =
                            landed.isOfQuarantine() ? run.keptVersion(rejection.position()) : Optional.empty();
                    return new RejectedRow(
                            rejection,
                            kept.orElseGet(() -> versions.getOrDefault(rejection.position(), 0L)),
                            hasWholeKey(run, rejection),
                            landed.segment().sha256(),
                            origin(landed, kept));
                })
                .toList();
    }

    private static RejectedRow.Origin origin(LandedSegment landed, Optional<Long> kept) {
        if (!landed.isOfQuarantine()) {
            return RejectedRow.Origin.SOURCE;
        }
        return kept.isPresent() ? RejectedRow.Origin.ENTRY : RejectedRow.Origin.EDITED_ENTRY;
    }

    /** After they are recorded: a later chunk of the run may hold what is newer. */
    static void await(ActiveRun run, List<RejectedRow> rejected) {
        for (RejectedRow row : rejected) {
            String key = row.rejection().key();
            if (row.hasWholeKey() && key != null) {
                run.waitingKeys().add(key, row.version());
            }
        }
    }

    /** Where the run sends entries of the quarantine: those of the chunk that were not rejected again. */
    @Nullable
    SentEntries sent(ActiveRun run, PlacedRows rows, MappedChunk mapped) {
        return run.takenFrom() == TakenFrom.QUARANTINE
                ? new SentEntries(requestOf(run).id(), rows.accepted(mapped.rejections()))
                : null;
    }

    private boolean hasWholeKey(ActiveRun run, Rejection rejection) {
        String key = rejection.key();
        if (key == null) {
            return false;
        }
        String[] parts = key.split("\\|", -1);
        return parts.length == shape(run).key().size()
                && List.of(parts).stream().noneMatch(String::isEmpty);
    }

    private FlowShape shape(ActiveRun run) {
        return shapes.apply(flows.get(run.flow()));
    }

    private Request requestOf(ActiveRun run) {
        return ledger.requests().ofRun(run.number(), Request.Kind.RESUBMIT).orElseThrow();
    }
}
