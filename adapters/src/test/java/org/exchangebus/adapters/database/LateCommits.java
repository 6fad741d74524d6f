package org.exchangebus.adapters.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.schemas.run.Capture;

/**
 * Writers whose transactions last between a moment and a third of the whole time, while a source takes window after
 * window. Beside it a naive reader goes on from the newest time of change that it saw.
 */
final class LateCommits {

    /** What became of it; rows are told as {@code id/version}. */
    record Outcome(
            long seed,
            int writers,
            Duration lasted,
            int transactions,
            int rolledBack,
            int rows,
            int windows,
            Set<String> missed,
            Set<String> missedByTheNaive,
            Set<String> neverCommitted) {

        @Override
        public String toString() {
            return ("seed %d, %d writers, %d s: %d transactions committed and %d rolled back; of %d rows %d were missed"
                            + " in %d windows, and %d by a naive watermark")
                    .formatted(
                            seed,
                            writers,
                            lasted.toSeconds(),
                            transactions,
                            rolledBack,
                            rows,
                            missed.size(),
                            windows,
                            missedByTheNaive.size());
        }
    }

    private static final String SOURCE = """
            table: torture
            fields: [id, version]
            key: [id]
            changed: changed
            settle: 2s
            overlap: 0s
            """;

    private final DatabaseStage stage;
    private final long seed = Long.getLong("torture.seed", 1);
    private final int writers = Integer.getInteger("torture.writers", 8);
    private final Duration length = Duration.ofSeconds(Long.getLong("torture.seconds", 6));
    private final Map<String, Integer> committed = new ConcurrentHashMap<>();
    private final Set<String> undone = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger rollbacks = new AtomicInteger();
    private final Set<String> windows = new HashSet<>();
    private final Set<String> naive = new HashSet<>();
    private String watermark = "0001-01-01 00:00:00";
    private int captures;

    LateCommits(DatabaseStage stage) {
        this.stage = stage;
    }

    Outcome run() throws Exception {
        DatabaseStage.execute(
                stage.owner,
                "DROP TABLE IF EXISTS torture",
                "CREATE TABLE torture (id VARCHAR(20) PRIMARY KEY, version INT, changed TIMESTAMP(6) NULL)",
                "CREATE INDEX torture_changed ON torture (changed)");
        long began = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String name = "w" + writer + "-";
                Random random = new Random(seed * 1_000_003 + writer);
                work.add(pool.submit(() -> {
                    write(name, random, began + length.toNanos());
                    return null;
                }));
            }
            read(work);
        } finally {
            pool.shutdownNow();
        }
        return outcome(Duration.ofNanos(System.nanoTime() - began));
    }

    private void write(String name, Random random, long end) throws SQLException {
        Map<String, Integer> own = new HashMap<>();
        try (Connection session = stage.session()) {
            session.setAutoCommit(false);
            while (System.nanoTime() < end) {
                Map<String, Integer> written = new HashMap<>();
                int rows = 1 + random.nextInt(4);
                for (int i = 0; i < rows; i++) {
                    write(session, name, random, own, written);
                    pause(session, random, rows);
                }
                if (random.nextInt(10) == 0) {
                    session.rollback();
                    rollbacks.incrementAndGet();
                    written.forEach((id, version) -> undone.add(id + "/" + version));
                } else {
                    session.commit();
                    commits.incrementAndGet();
                    own.putAll(written);
                    committed.putAll(written);
                }
            }
        }
    }

    /** Stamps a row, new or of an earlier transaction, with the moment of the statement. */
    private void write(
            Connection session, String name, Random random, Map<String, Integer> own, Map<String, Integer> written)
            throws SQLException {
        List<String> known = own.keySet().stream().sorted().toList();
        boolean isNew = known.isEmpty() || random.nextInt(3) > 0;
        String id = isNew ? name + System.nanoTime() : known.get(random.nextInt(known.size()));
        // A version is never given twice, though the transaction that gave it may be rolled back.
        int version = commits.get() + rollbacks.get() + own.getOrDefault(id, 0) + written.getOrDefault(id, 0) + 1;
        String sql = isNew
                ? "INSERT INTO torture (version, id, changed) VALUES (?, ?, " + stage.moment() + ")"
                : "UPDATE torture SET version = ?, changed = " + stage.moment() + " WHERE id = ?";
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setInt(1, version);
            statement.setString(2, id);
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("Row " + id + " of this writer alone is not there");
            }
        }
        written.put(id, version);
    }

    /** Most transactions are over in a moment; one in five lasts up to a third of the whole. */
    private void pause(Connection session, Random random, int rows) throws SQLException {
        long longest = random.nextInt(5) == 0 ? length.toMillis() / 3 : 60;
        DatabaseStage.execute(session, stage.standStill(random.nextLong(longest) / rows));
    }

    private void read(List<Future<?>> work) throws Exception {
        OneSystem system = stage.system(SOURCE);
        try (Connection session = stage.session()) {
            String cursor = null;
            while (work.stream().anyMatch(writer -> !writer.isDone())) {
                cursor = take(system, cursor);
                takeNaively(session);
            }
            for (Future<?> writer : work) {
                writer.get();
            }
            String last = newest(session);
            do {
                cursor = take(system, cursor);
            } while (cursor.compareTo(last) < 0);
            takeNaively(session);
        }
    }

    private String take(OneSystem system, String cursor) throws Exception {
        Capture capture = system.capture(cursor);
        system.rows(capture).forEach(row -> windows.add(row.get(0) + "/" + row.get(1)));
        captures++;
        return capture.cursor();
    }

    private void takeNaively(Connection session) throws SQLException {
        String sql = "SELECT id, version, CAST(changed AS CHAR(26)) FROM torture WHERE changed > '" + watermark
                + "' ORDER BY changed";
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                naive.add(row.getString(1) + "/" + row.getInt(2));
                watermark = row.getString(3);
            }
        }
    }

    private static String newest(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SELECT CAST(max(changed) AS CHAR(26)) FROM torture")) {
            row.next();
            return row.getString(1);
        }
    }

    private Outcome outcome(Duration lasted) {
        Set<String> truth = new TreeSet<>();
        committed.forEach((id, version) -> truth.add(id + "/" + version));
        Set<String> neverCommitted = new TreeSet<>(undone);
        neverCommitted.retainAll(windows);
        return new Outcome(
                seed,
                writers,
                lasted,
                commits.get(),
                rollbacks.get(),
                truth.size(),
                captures,
                without(truth, windows),
                without(truth, naive),
                neverCommitted);
    }

    private static Set<String> without(Set<String> truth, Set<String> seen) {
        Set<String> missing = new TreeSet<>(truth);
        missing.removeAll(seen);
        return missing;
    }
}
