package org.exchangebus.routes.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.run.Segment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What must hold in the ledger whatever happened, as SQL that a person can run as well.
 *
 * <p>Each invariant is a problem and a query of its name in {@code db/check}, which gives a row for every place where
 * it does not hold: the place, then what the problem's text names. Changes nothing; the bus may run meanwhile.
 */
public final class LedgerCheck {

    /** The invariants of the ledger alone. */
    static final List<RoutesProblem> OF_THE_LEDGER = List.of(
            RoutesProblem.RUN_IS_NOT_THE_SUM_OF_ITS_CHUNKS,
            RoutesProblem.CHUNKS_OF_A_RUN_HAVE_GAPS,
            RoutesProblem.CHUNK_DOES_NOT_ACCOUNT_FOR_ITS_ROWS,
            RoutesProblem.CURSOR_IS_NOT_WHERE_A_PROVEN_RUN_LEFT_IT,
            RoutesProblem.QUARANTINE_LACKS_WHAT_A_RUN_REJECTED,
            RoutesProblem.RECEIPT_BELONGS_TO_NO_CHUNK);

    /** The invariants between ledger and hub, where one database holds both. */
    static final List<RoutesProblem> WITH_THE_HUB =
            List.of(RoutesProblem.HUB_LOST_WHAT_IT_SIGNED_FOR, RoutesProblem.HUB_HOLDS_WHAT_WAS_NEVER_SENT);

    /**
     * What is known of one invariant.
     *
     * @param findings where it does not hold; the first hundred
     */
    public record Outcome(RoutesProblem invariant, List<Finding> findings) {

        public Outcome {
            findings = List.copyOf(findings);
        }

        public boolean holds() {
            return findings.isEmpty();
        }
    }

    private static final int MOST = 100;
    private static final int FETCHED = 1000;

    private final JdbcTemplate jdbc;

    public LedgerCheck(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Asks every invariant that this database can answer.
     *
     * @param progress hears of each when it is known
     */
    public List<Outcome> run(Consumer<Outcome> progress) {
        List<RoutesProblem> invariants = new ArrayList<>(OF_THE_LEDGER);
        if (isThere("hub.inbox")) {
            invariants.addAll(WITH_THE_HUB);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (RoutesProblem invariant : invariants) {
            Outcome outcome = new Outcome(invariant, findings(invariant));
            progress.accept(outcome);
            outcomes.add(outcome);
        }
        return outcomes;
    }

    /** Everything that runs claim of the landing store, each content once; however much it is. */
    public void landed(Consumer<Segment> each) {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(FETCHED);
        // In a transaction, or the driver would fetch all rows at once.
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource()));
        transaction.executeWithoutResult(status -> streaming.query(
                "SELECT DISTINCT ON (s.sha256) s.* FROM ledger.segment s JOIN ledger.run r ON r.number = s.run"
                        + " WHERE r.purged_at IS NULL ORDER BY s.sha256",
                row -> {
                    each.accept(new Segment(
                            row.getString("name"),
                            row.getString("sha256"),
                            row.getLong("bytes"),
                            Attributes.read(row.getString("attributes"))));
                }));
    }

    /** Whether the database has a ledger at all. */
    public boolean hasLedger() {
        return isThere("ledger.run");
    }

    private boolean isThere(String table) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT to_regclass(?) IS NOT NULL", Boolean.class, table));
    }

    private List<Finding> findings(RoutesProblem invariant) {
        return jdbc.query(
                "SELECT * FROM (" + sql(invariant) + ") found LIMIT " + MOST, (row, i) -> finding(invariant, row));
    }

    private static Finding finding(RoutesProblem invariant, ResultSet row) throws SQLException {
        List<String> arguments = new ArrayList<>();
        for (int column = 2; column <= row.getMetaData().getColumnCount(); column++) {
            arguments.add(row.getString(column));
        }
        return new Finding(row.getString("place"), invariant, arguments);
    }

    /** The query of an invariant. */
    static String sql(RoutesProblem invariant) {
        String file = "/db/check/" + invariant.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".sql";
        try (InputStream in = Objects.requireNonNull(LedgerCheck.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
