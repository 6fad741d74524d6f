package org.exchangebus.routes.hub;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.RecordChunk;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a chunk until it is applied or refused.
 *
 * <p>What the data are to blame for is refused at once; a lost race is run again; a database that is away is
 * waited for, holding the message, so that the order of the chunks is kept. Anything else goes back to the
 * broker, which delivers it again.
 */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "55P03");
    private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");
    private static final Set<String> FAULTS_OF_DATA = Set.of("22", "23", "42");
    private static final int MOST_RACES = 20;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Registry registry;
    private volatile boolean isStopping;

    Attempts(Registry registry) {
        this.registry = registry;
    }

    synchronized void stop() {
        isStopping = true;
        notifyAll();
    }

    boolean isStopping() {
        return isStopping;
    }

    /** The receipt of the chunk, as text. */
    String apply(RecordChunk chunk) throws SQLException, InterruptedException {
        int races = 0;
        long wait = 50;
        while (true) {
            try {
                return registry.apply(chunk);
            } catch (ProblemException e) {
                return registry.refuse(chunk, e.findings().get(0).problem().code() + " " + firstLine(e.getMessage()));
            } catch (NotCanonicalException e) {
                return registry.refuse(
                        chunk, RoutesProblem.REGISTRY_REFUSED.reason(chunk.resource(), e.getMessage(), "22000"));
            } catch (SQLException e) {
                String state = e.getSQLState() == null ? "08000" : e.getSQLState();
                String kind = state.substring(0, 2);
                if (FAULTS_OF_DATA.contains(kind)) {
                    return registry.refuse(
                            chunk, RoutesProblem.REGISTRY_REFUSED.reason(chunk.resource(), withoutData(e), state));
                }
                boolean isRace = LOST_RACES.contains(state) && ++races < MOST_RACES;
                if (!isRace && !OUTAGES.contains(kind)) {
                    throw new SQLException(withoutData(e), state);
                }
                LOG.warn(
                        "Chunk {} of {} is tried again: SQLSTATE {}", chunk.id().text(), chunk.flow(), state);
                pause(isRace ? ThreadLocalRandom.current().nextLong(1, 10) : wait, e);
                wait = Math.min(wait * 2, LONGEST_WAIT.toMillis());
            }
        }
    }

    private synchronized void pause(long millis, SQLException cause) throws SQLException, InterruptedException {
        if (!isStopping) {
            wait(millis);
        }
        if (isStopping) {
            throw cause;
        }
    }

    /** PostgreSQL quotes a value after a colon, and in details that are not asked for here. */
    private static String withoutData(SQLException e) {
        String message = e instanceof PSQLException p && p.getServerErrorMessage() != null
                ? String.valueOf(p.getServerErrorMessage().getMessage())
                : e.getClass().getSimpleName();
        int value = message.indexOf(": \"");
        return firstLine(value < 0 ? message : message.substring(0, value));
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
