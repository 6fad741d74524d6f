package org.exchangebus.adapters.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Objects;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Capture;
import org.jspecify.annotations.Nullable;

/**
 * The moments between which rows were changed that a run takes: after {@code from}, up to and with {@code to}.
 *
 * <p>The upper bound is before the start of everything that is still open, so that no transaction can commit a row
 * into a window that was read already. It is asked for before the snapshot begins: what commits in between is seen.
 *
 * @param from null at the first run
 * @param zone in which columns without a zone of their own are stamped
 * @param session offset in which the session tells moments
 */
record Window(@Nullable Instant from, Instant to, ZoneId zone, ZoneOffset session) {

    /** Every row, whenever it was changed. */
    static final Window EVERYTHING = new Window(null, Instant.MAX, ZoneOffset.UTC, ZoneOffset.UTC);

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx");
    private static final int LENGTH_WITHOUT_OFFSET = 26;

    /** Asks the engine how far it is safe to read. */
    static Window next(Connection connection, DatabaseSettings settings, Capture.Request request) throws SQLException {
        String cursor = Newest.time(request.cursor());
        LocalDateTime[] now = now(connection, settings);
        ZoneOffset session =
                ZoneOffset.ofTotalSeconds((int) (Math.round(ChronoUnit.SECONDS.between(now[0], now[1]) / 60.0) * 60));
        Instant present = now[0].toInstant(ZoneOffset.UTC);
        Instant proven = cursor == null ? null : parse(cursor, settings);
        boolean isAhead = proven != null && proven.isAfter(present);
        if (isAhead && !request.isLetThrough()) {
            throw new ProblemException(Finding.of(
                    settings.flow(),
                    DatabaseProblem.CURSOR_AHEAD,
                    cursor,
                    WITH_OFFSET.format(present.atZone(settings.zone()))));
        }
        Instant to =
                present.minus(OpenTransactions.oldest(connection, settings)).minus(settings.settle());
        if (proven != null && !isAhead && to.isBefore(proven)) {
            to = proven;
        }
        return new Window(proven == null ? null : proven.minus(settings.overlap()), to, settings.zone(), session);
    }

    boolean isEverything() {
        return this == EVERYTHING;
    }

    /** Where the next window begins once this one is proven; with its offset, as an hour may come twice. */
    String cursor() {
        return WITH_OFFSET.format(to.atZone(zone));
    }

    /**
     * What a column of the engine is compared with, exclusive; only where there is a lower bound.
     *
     * @param isMoment whether the column keeps moments, or the wall's time
     */
    String lower(boolean isMoment, Dialect dialect) {
        Instant lower = Objects.requireNonNull(from);
        if (isMoment) {
            return dialect.moment(lower, session);
        }
        LocalDateTime least = lower.atZone(zone).toLocalDateTime();
        for (ZoneOffsetTransition back = nextBack(lower); isInside(back); back = nextBack(back.getInstant())) {
            LocalDateTime before = back.getDateTimeAfter().minus(1, ChronoUnit.MICROS);
            least = before.isBefore(least) ? before : least;
        }
        return TEXT.format(least);
    }

    /** What a column of the engine is compared with, inclusive. */
    String upper(boolean isMoment, Dialect dialect) {
        if (isMoment) {
            return dialect.moment(to, session);
        }
        LocalDateTime most = to.atZone(zone).toLocalDateTime();
        if (from != null) {
            for (ZoneOffsetTransition back = nextBack(from); isInside(back); back = nextBack(back.getInstant())) {
                most = back.getDateTimeBefore().isAfter(most) ? back.getDateTimeBefore() : most;
            }
        }
        return TEXT.format(most);
    }

    private boolean isInside(@Nullable ZoneOffsetTransition transition) {
        return transition != null && !transition.getInstant().isAfter(to);
    }

    /** The next time at which clocks are set back and an hour comes again. */
    private @Nullable ZoneOffsetTransition nextBack(Instant after) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(after);
        while (next != null && !next.isOverlap() && isInside(next)) {
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return next;
    }

    /** The present moment, in UTC and as the session tells it. */
    private static LocalDateTime[] now(Connection connection, DatabaseSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT " + settings.dialect().now())) {
            row.next();
            return new LocalDateTime[] {row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class)};
        }
    }

    private static Instant parse(String cursor, DatabaseSettings settings) {
        try {
            // Cursors of before have no offset; of two moments the earlier is meant, so that nothing is passed over.
            return cursor.length() <= LENGTH_WITHOUT_OFFSET
                    ? LocalDateTime.parse(cursor, TEXT).atZone(settings.zone()).toInstant()
                    : Instant.from(WITH_OFFSET.parse(cursor));
        } catch (DateTimeParseException e) {
            throw new ProblemException(Finding.of(settings.flow(), DatabaseProblem.CURSOR_UNREADABLE, cursor));
        }
    }
}
