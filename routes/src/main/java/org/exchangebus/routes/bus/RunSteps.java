package org.exchangebus.routes.bus;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.apache.camel.support.SynchronizationAdapter;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.landing.LandingStore;
import org.exchangebus.routes.ledger.Chunks;
import org.exchangebus.routes.ledger.LandedSegment;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.OpenRun;
import org.exchangebus.routes.ledger.RejectedRow;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.ledger.TakenFrom;
import org.exchangebus.routes.purge.Purge;
import org.exchangebus.schemas.record.FullSetEnd;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.FullSets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The {@code ledger:} steps of a run's route: what enters the ledger when. */
final class RunSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RunSteps.class);
    /** Exchange property that holds the request that a run is to carry out. */
    static final String REQUEST = "exchange-bus.request";

    private static final String SEGMENT = "exchange-bus.segment";
    private static final String NUMBERING = "exchange-bus.numbering";
    private static final String TURN = "exchange-bus.turn";
    private static final String REPORT = "exchange-bus.report";

    private final Ledger ledger;
    private final LandingStore landing;
    private final Purge purge;
    private final CaptureRoom room;
    private final QuarantineSteps quarantine;
    private final TrialSteps trial;
    private final Map<String, Flow> flows;
    private final int window;
    private final Duration patience;
    private final ChunkQueue queue;
    private final Map<Long, ActiveRun> active = new ConcurrentHashMap<>();

    RunSteps(
            Ledger ledger,
            LandingStore landing,
            Purge purge,
            QuarantineSteps quarantine,
            TrialSteps trial,
            Map<String, Flow> flows,
            int window,
            Duration patience,
            ChunkQueue queue) {
        this.ledger = ledger;
        this.landing = landing;
        this.purge = purge;
        this.quarantine = quarantine;
        this.trial = trial;
        room = new CaptureRoom(landing, purge);
        this.flows = flows;
        this.window = window;
        this.patience = patience;
        this.queue = queue;
    }

    Map<String, Processor> steps() {
        return Map.ofEntries(
                Map.entry("open", this::open),
                Map.entry("land", this::land),
                Map.entry("segments", this::segments),
                Map.entry("begin", this::begin),
                Map.entry("number", this::number),
                Map.entry("take", this::take),
                Map.entry("record", this::record),
                Map.entry("end", this::end),
                Map.entry("await", this::await),
                Map.entry("close", this::close),
                Map.entry("nobody", exchange -> {}),
                Map.entry("acknowledged", this::acknowledged),
                Map.entry("unacknowledged", this::unacknowledged));
    }

    /** The run of this number, where a route carries it. */
    java.util.Optional<ActiveRun> active(long run) {
        return java.util.Optional.ofNullable(active.get(run));
    }

    void stop() {
        active.values().forEach(ActiveRun::stop);
    }

    static boolean isProven(Exchange exchange) {
        return exchange.getProperty(REPORT, RunReport.class).isBalanced();
    }

    static long turn(Exchange exchange) {
        return exchange.getProperty(TURN, Long.class);
    }

    private void open(Exchange exchange) throws IOException {
        Flow flow = flows.get(exchange.getFromRouteId());
        OpenRun opened = ledger.runs().opened(flow.name()).orElse(null);
        if (opened != null && active.containsKey(opened.number())) {
            throw new IllegalStateException("Run " + opened.number() + " is being carried already");
        }
        if (opened != null && !opened.isLanded()) {
            ledger.runs().abandon(opened.number(), RoutesProblem.RUN_WAS_CUT_SHORT.reason());
            opened = null;
        }
        Request request = exchange.getProperty(REQUEST, Request.class);
        boolean isCapture = !flow.isFollower() && (request == null || request.kind() == Request.Kind.RUN);
        if (opened == null && isCapture) {
            room.require(flow.name());
        }
        OpenRun run = opened != null ? opened : open(flow, request);
        ActiveRun activeRun = new ActiveRun(run);
        active.put(run.number(), activeRun);
        List<String> landed = new CopyOnWriteArrayList<>();
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                active.remove(run.number());
                if (!run.isLanded()) {
                    room.ended(flow.name(), done.getException());
                }
                if (!activeRun.isLanded()) {
                    discard(activeRun, landed);
                }
            }
        });
        exchange.setProperty(ActiveRun.PROPERTY, activeRun);
        exchange.getMessage()
                .setBody(new Capture.Request(
                        run.number(), run.cursor(), landing.telling(landed::add), run.isSweep(), run.isLetThrough()));
    }

    /** What a capture landed that came to nothing is nobody's; where it cannot be removed now, a purge does it. */
    private void discard(ActiveRun run, List<String> landed) {
        try {
            purge.discard(landed);
        } catch (RuntimeException e) {
            LOG.warn("What run {} of {} landed in vain stays for a day: {}", run.number(), run.flow(), e.toString());
        }
    }

    private OpenRun open(Flow flow, @Nullable Request request) {
        return request == null
                ? ledger.runs().open(flow).orElseThrow()
                : ledger.runs()
                        .open(flow, request)
                        .orElseThrow(() -> new IllegalStateException("Request " + request.id() + " is taken already"));
    }

    private void land(Exchange exchange) throws InvalidPayloadException {
        ActiveRun run = ActiveRun.of(exchange);
        Capture capture = exchange.getMessage().getMandatoryBody(Capture.class);
        Flow flow = flows.get(run.flow());
        boolean isComplete = run.takenFrom() == TakenFrom.SOURCE
                && flow.fullSets().isComplete()
                && !flow.isFollower()
                && !capture.segments().isEmpty();
        boolean isFullSet = (capture.isWhole() || isComplete) && flow.fullSets().removes();
        // A full set is taken as it is: what is left out of it would count as gone.
        Capture taken = run.takenFrom() == TakenFrom.SOURCE && !flow.isFollower() && !isFullSet
                ? ledger.runs().withoutUntold(run.flow(), capture)
                : capture;
        ledger.runs().land(run.number(), run.flow(), taken, isFullSet, landing.files()::requireThere);
        run.land(isFullSet);
    }

    private void segments(Exchange exchange) {
        ActiveRun run = ActiveRun.of(exchange);
        trial.begin(run);
        run.begin(ledger.chunks().signed(run.number()), quarantine.waitingKeys(run));
        exchange.setProperty(NUMBERING, new ChunkIterator.Numbering());
        exchange.getMessage().setBody(ledger.runs().segments(run.number()));
    }

    static LandedSegment segment(Exchange exchange) {
        return exchange.getProperty(SEGMENT, LandedSegment.class);
    }

    private void begin(Exchange exchange) {
        LandedSegment landed = exchange.getMessage().getBody(LandedSegment.class);
        exchange.setProperty(SEGMENT, landed);
        exchange.getMessage().setBody(new Capture.Reading(landed.segment(), landing));
    }

    @SuppressWarnings("unchecked")
    private void number(Exchange exchange) {
        Iterator<Rows> blocks = exchange.getMessage().getBody(Iterator.class);
        ChunkIterator.Numbering numbering = exchange.getProperty(NUMBERING, ChunkIterator.Numbering.class);
        ActiveRun run = ActiveRun.of(exchange);
        long landedBy = segment(exchange).landedBy();
        exchange.getMessage()
                .setBody(new ChunkIterator(run, numbering, landedBy, blocks, chunks -> awaitWindow(run, chunks)));
    }

    private void take(Exchange exchange) {
        ActiveRun run = ActiveRun.of(exchange);
        ChunkIterator.Numbered numbered = exchange.getMessage().getBody(ChunkIterator.Numbered.class);
        exchange.setProperty(TURN, numbered.turn());
        exchange.setProperty(PlacedRows.PROPERTY, new PlacedRows(numbered.chunk()));
        exchange.getMessage().setBody(numbered.chunk(), SourceChunk.class);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onFailure(Exchange failed) {
                run.abort();
            }
        });
    }

    private void record(Exchange exchange) {
        ActiveRun run = ActiveRun.of(exchange);
        PlacedRows rows = exchange.getProperty(PlacedRows.PROPERTY, PlacedRows.class);
        MappedChunk mapped = quarantine.withKeptVersions(
                run, segment(exchange), rows, exchange.getMessage().getBody(MappedChunk.class));
        List<RejectedRow> rejected = quarantine.rejected(run, segment(exchange), rows, mapped);
        ledger.chunks().record(mapped, rows.count(), rejected, quarantine.sent(run, rows, mapped));
        QuarantineSteps.await(run, rejected);
        exchange.getMessage().setBody(run.isFullSet() ? mapped.records().asPartOfFullSet() : mapped.records());
    }

    /** Everything is recorded: the chunk that ends a full set becomes the body; null where the run needs none. */
    private void end(Exchange exchange) {
        ActiveRun run = ActiveRun.of(exchange);
        RecordChunk end = null;
        // A run that is held up has not been read to its end.
        if (run.isFullSet()
                && !run.isHeldUp()
                && ledger.runs().report(run.number()).held() == 0) {
            Chunks.SetSize size = ledger.chunks().size(run.number());
            if (size.keyless() == 0) {
                end = end(exchange, run, size.entries());
            }
        }
        exchange.getMessage().setBody(end);
    }

    private @Nullable RecordChunk end(Exchange exchange, ActiveRun run, long entries) {
        ChunkIterator.Last last =
                exchange.getProperty(NUMBERING, ChunkIterator.Numbering.class).last(run);
        if (run.isSigned(last.id().number())) {
            return null;
        }
        Flow flow = flows.get(run.flow());
        FullSets sets = flow.fullSets();
        RecordChunk end = RecordChunk.endOfFullSet(
                last.id(),
                flow.name(),
                flow.resource(),
                new FullSetEnd(entries, last.version(), sets.stopRecords(), sets.stopPerCent(), run.isLetThrough()));
        ledger.chunks().recordEnd(end);
        exchange.setProperty(TURN, last.turn());
        return end;
    }

    private void await(Exchange exchange) throws InterruptedException {
        ActiveRun run = ActiveRun.of(exchange);
        int chunks =
                exchange.getProperty(NUMBERING, ChunkIterator.Numbering.class).chunks();
        if (run.isHeldUp()) {
            return;
        }
        ledger.runs().sent(run.number(), chunks);
        run.sent(chunks);
        do {
            run.awaitReceipts(patience);
        } while (run.isIncomplete() && !run.isHurried() && isStillQueued(run, chunks));
        ledger.runs().explain(run.number(), run.isIncomplete() && !run.isHurried() ? awaited(run, chunks) : null);
    }

    /**
     * Asks, once patience is over, what became of the chunks that are out.
     *
     * @return true where nobody took them: there is nothing to do but to wait on
     */
    private boolean isStillQueued(ActiveRun run, int chunks) {
        run.merge(ledger.chunks().signed(run.number()));
        ledger.runs().explain(run.number(), awaited(run, chunks));
        return queue.holds(run.number());
    }

    private String awaited(ActiveRun run, int chunks) {
        return RoutesProblem.RECEIPTS_ARE_AWAITED.reason(patience.toSeconds(), run.unsigned(chunks), chunks);
    }

    /** Waits until another chunk may be sent; false where those that are out have to be sent again first. */
    private boolean awaitWindow(ActiveRun run, int chunks) throws InterruptedException {
        boolean isExplained = false;
        while (!run.isTrial() && !run.awaitWindow(window, patience)) {
            isExplained = true;
            if (run.isHurried() || !isStillQueued(run, chunks)) {
                run.holdUp();
                return false;
            }
        }
        if (isExplained) {
            ledger.runs().explain(run.number(), null);
        }
        return true;
    }

    private void close(Exchange exchange) {
        ActiveRun run = ActiveRun.of(exchange);
        RunReport report = ledger.runs().close(run.number());
        exchange.setProperty(REPORT, report);
        exchange.getMessage().setBody(ledger.runs().unacknowledged(run.flow()));
    }

    private void acknowledged(Exchange exchange) {
        ActiveRun run = ActiveRun.of(exchange);
        ledger.runs().acknowledged(run.flow(), run.number());
    }

    private void unacknowledged(Exchange exchange) {
        Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        LOG.warn(
                "Run {} of {} is delivered, but its source was not told; the next run tells it: {}",
                ActiveRun.of(exchange).number(),
                ActiveRun.of(exchange).flow(),
                String.valueOf(cause == null ? null : cause.getMessage())
                        .lines()
                        .findFirst()
                        .orElse(""));
    }
}
