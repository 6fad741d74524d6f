package org.exchangebus.routes.reconciliation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.bus.Replay;
import org.exchangebus.routes.ledger.LandedSegment;
import org.exchangebus.routes.ledger.RunVersions;
import org.exchangebus.routes.ledger.Runs;
import org.exchangebus.routes.reconciliation.Expectation.Brought;
import org.exchangebus.routes.reconciliation.ProvenRuns.ProvenRun;
import org.exchangebus.routes.reconciliation.ProvenRuns.SentChunk;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.run.Flow;

/**
 * Replays proven runs and gathers what they brought.
 *
 * <p>A chunk counts only if it comes out as it was sent: the digest in the ledger says so. Where a mapping was changed
 * since, or a file is gone, it is not known what was brought, and nothing is guessed.
 */
final class Gathering {

    private final Resource resource;
    private final Map<String, Flow> flows;
    private final ProvenRuns proven;
    private final Runs runs;
    private final Replay replay;
    private final Expectation expectation;
    private final Unknown unknown;
    private final Set<List<String>> layouts = new LinkedHashSet<>();

    Gathering(
            Comparison.Question question,
            ProvenRuns proven,
            Runs runs,
            Replay replay,
            Expectation expectation,
            Unknown unknown) {
        resource = question.resource();
        flows = question.flows().stream().collect(Collectors.toMap(Flow::name, Function.identity(), (a, b) -> a));
        this.proven = proven;
        this.runs = runs;
        this.replay = replay;
        this.expectation = expectation;
        this.unknown = unknown;
    }

    /**
     * Replays everything from a run on.
     *
     * @param progress hears after each run how many there were
     * @return how many runs there were
     */
    long run(long first, LongConsumer progress) {
        long count = 0;
        List<ProvenRun> page = proven.page(first);
        while (!page.isEmpty()) {
            for (ProvenRun run : page) {
                gather(run);
                progress.accept(++count);
            }
            page = proven.page(page.get(page.size() - 1).number() + 1);
        }
        return count;
    }

    /** The lists of items in which records came, the newest last. */
    Set<List<String>> layouts() {
        return layouts;
    }

    private void gather(ProvenRun run) {
        ReplayedRun replayed = new ReplayedRun(run, proven.chunks(run.number()));
        List<LandedSegment> segments = runs.segments(run.number());
        String reason = RoutesProblem.RUN_CANNOT_BE_REPLAYED.code();
        try {
            replay.run(flows.get(run.flow()), run.number(), segments, replayed::take);
        } catch (ProblemException e) {
            reason = e.findings().get(0).problem().code();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (GatheringException e) {
            throw e;
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(Gathering.class).warn("Run {} cannot be replayed", run.number(), e);
        }
        replayed.end(reason);
    }

    /** What is gathered cannot be kept; unlike anything that is wrong with a run, this ends the comparison. */
    static final class GatheringException extends RuntimeException {
        GatheringException(Exception cause) {
            super(cause);
        }
    }

    /** One run, chunk by chunk beside what the ledger says of it. */
    private final class ReplayedRun {
        private final ProvenRun run;
        private final List<SentChunk> sent;
        private int next;
        private long ordinal;

        ReplayedRun(ProvenRun run, List<SentChunk> sent) {
            this.run = run;
            this.sent = sent;
        }

        void take(MappedChunk chunk) {
            SentChunk was = next < sent.size() ? sent.get(next) : new SentChunk(0, -1, "");
            RecordChunk records = chunk.records();
            boolean isAsItWas = was.records() == records.count()
                    && was.digest().equals(records.digest().hex());
            if (!isAsItWas) {
                unknown(was, RoutesProblem.RUN_CANNOT_BE_REPLAYED.code());
            }
            add(records, isAsItWas);
            next++;
            ordinal += was.read();
        }

        /** Of a key that comes twice in a chunk the hub sees the last record alone. */
        private void add(RecordChunk records, boolean isKnown) {
            if (isKnown) {
                // Again the newest, where it was known before.
                layouts.remove(records.items());
                layouts.add(records.items());
            }
            KeyHash hash = new KeyHash(resource, records.items());
            Cells cells = new Cells(records.items().size());
            Map<UUID, Brought> lastOfKey = new LinkedHashMap<>();
            RecordChunk.Reader reader = records.read();
            while (reader.next()) {
                reader.show(cells);
                lastOfKey.put(
                        hash.of(cells),
                        new Brought(
                                hash.text(cells),
                                run.flow(),
                                run.number(),
                                reader.version(),
                                isKnown ? new UUID(reader.digestHigh(), reader.digestLow()) : null,
                                reader.operation() == Operation.DELETE));
            }
            try {
                for (Map.Entry<UUID, Brought> last : lastOfKey.entrySet()) {
                    expectation.add(last.getKey(), last.getValue());
                }
                if (run.isAgain()) {
                    expectation.mergeAgain();
                }
            } catch (java.sql.SQLException e) {
                throw new GatheringException(e);
            }
        }

        /** Whatever the ledger knows of and did not come is not known. */
        void end(String reason) {
            if (next == 0 && !sent.isEmpty()) {
                unknown.addRun(run.number(), reason);
                return;
            }
            for (; next < sent.size(); next++) {
                unknown(sent.get(next), reason);
                ordinal += sent.get(next).read();
            }
        }

        private void unknown(SentChunk chunk, String reason) {
            if (run.isAgain()) {
                unknown.addRun(run.number(), reason);
                return;
            }
            unknown.addPart(
                    run.number(),
                    RunVersions.of(run.number(), ordinal),
                    RunVersions.of(run.number(), ordinal + chunk.read()),
                    reason);
        }
    }
}
