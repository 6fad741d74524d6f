package org.exchangebus.routes.hub;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.routes.wire.ReceiptText;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.record.Receipt;
import org.exchangebus.schemas.record.RecordChunk;

/**
 * Applies chunks to the registries: one transaction holds the effect and the inbox's memory of it.
 *
 * <p>Chunks of one run are staged side by side and merged in their order, so that of two versions of a record
 * in one run the later one stands.
 */
final class Registry {

    private record PlanKey(String resource, List<String> items) {}

    private final DataSource dataSource;
    private final Catalogue catalogue;
    private final Inbox inbox;
    private final Duration patience;
    private final Merge merge = new Merge();
    private final SetKeys sets;
    private final Removal removal;
    private final Map<PlanKey, MergePlan> plans = new ConcurrentHashMap<>();
    private final Map<String, Boolean> mostlyUnchanged = new ConcurrentHashMap<>();

    Registry(DataSource dataSource, Catalogue catalogue, Inbox inbox, Duration patience) {
        this.dataSource = dataSource;
        this.catalogue = catalogue;
        this.inbox = inbox;
        this.patience = patience;
        sets = new SetKeys(catalogue);
        removal = new Removal(sets, merge);
    }

    /** The receipt of the chunk, as text: the same for the same chunk, however often it comes. */
    String apply(RecordChunk chunk) throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                String receipt = inbox.receipt(connection, chunk);
                if (receipt == null) {
                    Receipt merged = merge(connection, chunk);
                    if (inbox.isOvertaken(connection, chunk)) {
                        connection.rollback();
                        merged = Reception.refusal(chunk, RoutesProblem.RUN_IS_OVERTAKEN.reason());
                    }
                    receipt = ReceiptText.write(merged);
                    inbox.add(connection, chunk, receipt);
                }
                connection.commit();
                inbox.committed();
                return receipt;
            } catch (SQLException | RuntimeException | InterruptedException e) {
                rollback(connection, e);
                throw e;
            }
        }
    }

    /** Keeps a refusal in the inbox, so that the chunk gets it again; a receipt that it got before stands. */
    String refuse(RecordChunk chunk, String why) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            String receipt = inbox.receipt(connection, chunk);
            if (receipt == null) {
                receipt = ReceiptText.write(Reception.refusal(chunk, why));
                inbox.add(connection, chunk, receipt);
            }
            connection.commit();
            inbox.committed();
            return receipt;
        }
    }

    private Receipt merge(Connection connection, RecordChunk chunk) throws SQLException, InterruptedException {
        if (chunk.end() != null) {
            Resource resource = resource(chunk);
            List<String> all = resource.items().stream().map(Item::name).toList();
            inbox.awaitEarlier(connection, chunk, patience);
            return removal.end(connection, plan(chunk, all), new SetPlan(resource), chunk);
        }
        Receipt receipt = records(connection, chunk);
        if (chunk.isPartOfFullSet()) {
            sets.enter(connection, plan(chunk, chunk.items()), new SetPlan(resource(chunk)), chunk);
        } else if (chunk.id().number() == 0) {
            sets.forgetOthers(connection, chunk);
        }
        return receipt;
    }

    private Receipt records(Connection connection, RecordChunk chunk) throws SQLException, InterruptedException {
        if (chunk.count() == 0) {
            inbox.awaitEarlier(connection, chunk, patience);
            return new Receipt(chunk.id(), 0, 0, 0, chunk.digest(), null);
        }
        MergePlan plan = plan(chunk, chunk.items());
        boolean isRepeat = mostlyUnchanged.getOrDefault(chunk.flow(), false);
        Merge.Outcome outcome = isRepeat
                ? merge.changed(connection, plan, chunk, () -> inbox.awaitEarlier(connection, chunk, patience))
                : merge.all(connection, plan, chunk, () -> inbox.awaitEarlier(connection, chunk, patience));
        mostlyUnchanged.put(chunk.flow(), outcome.unchanged() * 2 > chunk.count());
        int applied = chunk.count() - outcome.superseded() - outcome.unchanged();
        return new Receipt(chunk.id(), applied, outcome.superseded(), outcome.unchanged(), chunk.digest(), null);
    }

    private Resource resource(RecordChunk chunk) {
        return catalogue.resource(chunk.resource());
    }

    private MergePlan plan(RecordChunk chunk, List<String> items) {
        return plans.computeIfAbsent(
                new PlanKey(chunk.resource(), items),
                key -> new MergePlan(catalogue.resource(key.resource()), key.items()));
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
