package org.exchangebus.routes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The runs of each resource and day, added up. Changes nothing. */
public final class Days {

    /**
     * What the runs of one resource that were opened on one day brought together.
     *
     * @param resource null for runs from before resources were kept
     * @param red how many of them are red
     * @param sentDigest sum of the digests of what was sent
     * @param hubDigest sum of the digests that the hub signed for
     */
    public record Day(
            LocalDate day,
            @Nullable String resource,
            long runs,
            long proven,
            long red,
            long read,
            long delivered,
            long unchanged,
            long quarantined,
            long filtered,
            String sentDigest,
            String hubDigest) {

        /** read − delivered − unchanged − quarantined − filtered. */
        public long difference() {
            return read - delivered - unchanged - quarantined - filtered;
        }
    }

    private static final String DAYS = """
            SELECT (r.opened_at AT TIME ZONE ?)::date AS day, r.resource, count(*) AS runs,
                count(*) FILTER (WHERE r.state = 'BALANCED') AS proven, count(d.number) AS red, sum(r.read) AS read,
                sum(r.delivered) AS delivered, sum(r.unchanged) AS unchanged, sum(r.quarantined) AS quarantined,
                sum(r.filtered) AS filtered, ledger.digest_sum(r.sent_digest) AS sent,
                ledger.digest_sum(r.hub_digest) AS hub
            FROM ledger.run r LEFT JOIN ledger.red_run d ON d.number = r.number
            WHERE (?::text IS NULL OR r.resource = ?)
              AND (?::date IS NULL OR r.opened_at >= ?::date::timestamp AT TIME ZONE ?)
            GROUP BY 1, 2 ORDER BY count(d.number) > 0 DESC, 1 DESC, 2""";

    private final LedgerDatabase database;
    private final ZoneId zone;

    /** @param zone where midnight parts two days */
    public Days(DataSource dataSource, ZoneId zone) {
        database = new LedgerDatabase(dataSource);
        this.zone = zone;
    }

    /** Days with a red run first, then the newest. */
    public List<Day> find(@Nullable String resource, @Nullable LocalDate since) {
        String day = since == null ? null : since.toString();
        return database.jdbc()
                .query(DAYS, (row, i) -> day(row), zone.getId(), resource, resource, day, day, zone.getId());
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                row.getDate("day").toLocalDate(),
                row.getString("resource"),
                row.getLong("runs"),
                row.getLong("proven"),
                row.getLong("red"),
                row.getLong("read"),
                row.getLong("delivered"),
                row.getLong("unchanged"),
                row.getLong("quarantined"),
                row.getLong("filtered"),
                row.getString("sent"),
                row.getString("hub"));
    }
}
