package org.exchangebus.routes.bus;

import java.time.Duration;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.ledger.OpenRun;
import org.exchangebus.routes.ledger.TakenFrom;
import org.exchangebus.routes.ledger.WaitingKeys;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.HoldAt;
import org.jspecify.annotations.Nullable;

/** A run while a route carries it: which chunks are out, which are signed for, whose turn it is to send. */
final class ActiveRun {

    /** Exchange property that holds it. */
    static final String PROPERTY = "exchange-bus.run";

    private final long number;
    private final String flow;
    private final TakenFrom takenFrom;
    private final @Nullable String cursor;
    private final boolean isSweep;
    private final boolean isLetThrough;
    private boolean isLanded;
    private boolean isFullSet;
    private BitSet signed = new BitSet();
    private int chunks = -1;
    private int attempt = -1;
    private @Nullable HoldAt trial;
    private boolean isTried;
    private long tried;
    private long rejected;
    private long nextTurn;
    private @Nullable WaitingKeys waitingKeys;
    private final Map<Long, Long> keptVersions = new ConcurrentHashMap<>();
    private boolean isAborted;
    private boolean isHurried;
    private boolean isHeldUp;
    private int handedOut;
    private int signedAtBegin;
    private boolean isStopping;

    ActiveRun(OpenRun run) {
        number = run.number();
        flow = run.flow();
        takenFrom = run.takenFrom();
        cursor = run.cursor();
        isSweep = run.isSweep();
        isLetThrough = run.isLetThrough();
        isLanded = run.isLanded();
        isFullSet = run.isFullSet();
    }

    static ActiveRun of(Exchange exchange) {
        return exchange.getProperty(PROPERTY, ActiveRun.class);
    }

    long number() {
        return number;
    }

    String flow() {
        return flow;
    }

    TakenFrom takenFrom() {
        return takenFrom;
    }

    @Nullable
    String cursor() {
        return cursor;
    }

    synchronized boolean isLanded() {
        return isLanded;
    }

    synchronized void land(boolean withAll) {
        isLanded = true;
        isFullSet = withAll;
    }

    boolean isSweep() {
        return isSweep;
    }

    boolean isLetThrough() {
        return isLetThrough;
    }

    synchronized boolean isFullSet() {
        return isFullSet;
    }

    /** Begins to send what is not signed for, and to look for keys that wait in quarantine. */
    synchronized void begin(BitSet signedBefore, WaitingKeys waiting) {
        waitingKeys = waiting;
        signedBefore.or(signed);
        signed = signedBefore;
        attempt += isTrial() ? 0 : 1;
        nextTurn = 0;
        isAborted = false;
        isHurried = false;
        isHeldUp = false;
        handedOut = 0;
        signedAtBegin = signed.cardinality();
    }

    /** The keys of the flow that wait in quarantine, while the run is being sent. */
    synchronized WaitingKeys waitingKeys() {
        return Objects.requireNonNull(waitingKeys);
    }

    /** An entry of the quarantine is sent as the version that it was. */
    void keepVersion(long entry, long version) {
        keptVersions.put(entry, version);
    }

    Optional<Long> keptVersion(long entry) {
        return Optional.ofNullable(keptVersions.get(entry));
    }

    /** Waits until a time of {@link System#nanoTime()}. */
    synchronized void pause(long until) throws InterruptedException {
        for (long left = until - System.nanoTime(); left > 0 && !isStopping; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        requireGoingOn();
    }

    /** Everything is mapped once before anything is sent, and judged by this. */
    synchronized void beginTrial(HoldAt limit) {
        trial = isTried ? null : limit;
        tried = 0;
        rejected = 0;
    }

    synchronized boolean isTrial() {
        return trial != null;
    }

    /** A chunk was mapped on trial. */
    synchronized void weigh(int rowsRead, int rowsRejected) {
        tried += rowsRead;
        rejected += rowsRejected;
    }

    /** Ends the trial; a problem where too much was rejected. */
    synchronized void judge() {
        HoldAt limit = Objects.requireNonNull(trial);
        if (limit.isPassedBy(rejected, tried)) {
            throw new ProblemException(Finding.of(
                    flow,
                    RoutesProblem.RUN_IS_HELD,
                    Long.toString(rejected),
                    Long.toString(tried),
                    limit.records() == null ? "-" : limit.records().toString(),
                    limit.perCent() == null ? "-" : limit.perCent().toString()));
        }
        trial = null;
        isTried = true;
    }

    /** How often this run has been sent before, since the bus started. */
    synchronized int attempt() {
        return attempt;
    }

    synchronized boolean isSigned(int chunk) {
        return signed.get(chunk);
    }

    synchronized void sign(int chunk) {
        signed.set(chunk);
        notifyAll();
    }

    synchronized void merge(BitSet others) {
        signed.or(others);
    }

    /** Everything is read: the run has this many chunks. */
    synchronized void sent(int count) {
        chunks = count;
    }

    /** Whether a chunk is not read, or not signed for, yet. */
    synchronized boolean isIncomplete() {
        return chunks < 0 || signed.cardinality() < chunks;
    }

    /** Of this many chunks, those that are not signed for. */
    synchronized int unsigned(int of) {
        return of - signed.get(0, of).cardinality();
    }

    /** A chunk is about to be mapped and sent. */
    synchronized void handOut() {
        handedOut++;
    }

    /** No receipt came for as long as patience, so that nothing more may be sent: what is out is sent again first. */
    synchronized boolean isHeldUp() {
        return isHeldUp;
    }

    synchronized void holdUp() {
        isHeldUp = true;
    }

    /**
     * Waits until fewer chunks than the window are out.
     *
     * @return false where none was signed for as long as patience, or where somebody hurries
     */
    synchronized boolean awaitWindow(int window, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int before = signed.cardinality();
        while (!isStopping && !isAborted && !isHurried && out() >= window) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
            if (signed.cardinality() > before) {
                before = signed.cardinality();
                deadline = System.nanoTime() + patience.toNanos();
            }
        }
        requireGoingOn();
        return !isHurried || out() < window;
    }

    private int out() {
        return handedOut - (signed.cardinality() - signedAtBegin);
    }

    /** Somebody asks that what is not signed for is sent again, without waiting for receipts any longer. */
    synchronized void hurry() {
        isHurried = true;
        notifyAll();
    }

    synchronized boolean isHurried() {
        return isHurried;
    }

    /** Waits until every chunk is signed for, until none was for as long as {@code patience}, or until somebody hurries. */
    synchronized void awaitReceipts(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int before = signed.cardinality();
        while (isIncomplete() && !isStopping && !isHurried) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
            if (signed.cardinality() > before) {
                before = signed.cardinality();
                deadline = System.nanoTime() + patience.toNanos();
            }
        }
        requireGoingOn();
    }

    /** Waits until all chunks before this one were sent: the hub merges them in this order. */
    synchronized void awaitTurn(long turn) throws InterruptedException {
        while (nextTurn < turn && !isAborted && !isStopping) {
            wait();
        }
        requireGoingOn();
        if (isAborted) {
            throw new IllegalStateException("An earlier chunk of run " + number + " was not sent");
        }
    }

    synchronized void passTurn() {
        nextTurn++;
        notifyAll();
    }

    /** A chunk will not be sent, so none that follows it may be. */
    synchronized void abort() {
        isAborted = true;
        notifyAll();
    }

    synchronized void stop() {
        isStopping = true;
        notifyAll();
    }

    private void requireGoingOn() {
        if (isStopping) {
            throw new BusStopsException();
        }
    }
}
