package org.exchangebus.routes.reconciliation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.bus.Replay;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Compares, key by key, what proven runs brought with what the registry holds.
 *
 * <p>No second copy of records is kept for it: what was brought is replayed from the landing store. The bus may run
 * meanwhile. Cut short, it leaves nothing behind: what it found is entered in one transaction, at its end.
 */
public final class Comparison {

    /**
     * What is compared.
     *
     * @param flows the flows whose rows are compared; all of them bring this resource
     * @param since runs opened before are not replayed, and nothing is said of what only they brought; all where null
     */
    public record Question(
            Resource resource, List<Flow> flows, @Nullable Instant since) {

        public Question {
            flows = List.copyOf(flows);
        }

        List<String> names() {
            return flows.stream().map(Flow::name).sorted().toList();
        }
    }

    /** Hears how far a comparison is. */
    public interface Progress {
        void replayed(long runs, long all);

        void comparing(int ranges);
    }

    private final DataSource ledger;
    private final DataSource registry;
    private final Replay replay;

    /** @param registry the hub's database; may be that of the ledger */
    public Comparison(DataSource ledger, DataSource registry, Replay replay) {
        this.ledger = ledger;
        this.registry = registry;
        this.replay = replay;
    }

    /**
     * Compares one resource, and enters what differs as work.
     *
     * @param each hears of every difference
     */
    public Compared compare(Question question, Progress progress, Consumer<Difference> each) {
        try (Connection own = ledger.getConnection();
                Connection theirs = registry.getConnection()) {
            requireTable(theirs, question.resource());
            own.setAutoCommit(false);
            theirs.setAutoCommit(false);
            try (Differences differences = new Differences(own, question.resource(), each)) {
                Compared compared = compare(question, progress, own, theirs, differences);
                own.commit();
                return compared;
            } finally {
                own.rollback();
                theirs.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Compared compare(
            Question question, Progress progress, Connection own, Connection theirs, Differences differences)
            throws SQLException {
        ProvenRuns proven = new ProvenRuns(ledger, question.names());
        Unknown unknown = new Unknown();
        Expectation expectation = new Expectation(own);
        Gathering gathering = new Gathering(question, proven, new Ledger(ledger).runs(), replay, expectation, unknown);
        long first = proven.firstSince(question.since());
        unknown.addBefore(first);
        long all = proven.count(first);
        long runs = gathering.run(first, done -> progress.replayed(done, all));
        Sums brought = expectation.sums();

        // Only now, so that the registry holds everything that is expected.
        freeze(theirs);
        Map<String, Long> others = others(theirs, question);
        boolean isComplete = unknown.isEmpty()
                && others.isEmpty()
                && proven.areAllOf(question.resource().name());
        RegistryQuery query = new RegistryQuery(question.resource(), layouts(question, gathering), isComplete);
        Sums held = sums(theirs, query, question.names());
        List<Integer> ranges = brought.differing(held);
        progress.comparing(ranges.size());
        Judge judge = new Judge(Set.copyOf(question.names()), unknown, new RunFacts(ledger), proven.horizon());
        new DrillDown(judge, differences::add).run(own, theirs, query.rows(), ranges);
        long settled = differences.enter(question.names());
        return new Compared(
                question.resource().name(),
                question.names(),
                runs,
                unknown.reasons(),
                unknown.last(),
                expectation.count(),
                held.count(),
                brought.digest().hex(),
                held.digest().hex(),
                ranges.size(),
                differences.counts(),
                differences.notJudged(),
                others,
                settled);
    }

    private static Set<List<String>> layouts(Question question, Gathering gathering) {
        return gathering.layouts().isEmpty()
                ? Set.of(RegistryQuery.allItems(question.resource()))
                : gathering.layouts();
    }

    private static void requireTable(Connection registry, Resource resource) throws SQLException {
        try (PreparedStatement select = registry.prepareStatement(
                "SELECT to_regprocedure('hub.cell(text)') IS NOT NULL AND to_regclass(?) IS NOT NULL")) {
            select.setString(1, "registry.\"" + resource.table() + '"');
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new ProblemException(
                            Finding.of("registry", RoutesProblem.REGISTRY_IS_OLDER, resource.name()));
                }
            }
        }
    }

    /** One state of the registry for all that is asked of it, and dates in the form in which they were sent. */
    private static void freeze(Connection registry) throws SQLException {
        try (Statement statement = registry.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute("SET LOCAL DateStyle TO ISO");
        }
    }

    private static Sums sums(Connection registry, RegistryQuery query, List<String> flows) throws SQLException {
        try (PreparedStatement select = registry.prepareStatement(query.sums())) {
            select.setArray(1, registry.createArrayOf("text", flows.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                return Sums.read(rows);
            }
        }
    }

    private static Map<String, Long> others(Connection registry, Question question) throws SQLException {
        Map<String, Long> others = new TreeMap<>();
        try (PreparedStatement select = registry.prepareStatement(RegistryQuery.others(question.resource()))) {
            select.setArray(1, registry.createArrayOf("text", question.names().toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    others.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return others;
    }
}
