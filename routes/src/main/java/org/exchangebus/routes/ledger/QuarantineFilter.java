package org.exchangebus.routes.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which entries of the quarantine are meant; null for any. */
public record QuarantineFilter(
        @Nullable String flow,
        @Nullable Long run,
        @Nullable String code,
        @Nullable String item,
        @Nullable String rule,
        @Nullable String state,
        @Nullable Instant since) {

    /** The condition on {@code q}, the quarantine, and its values. */
    record Condition(String sql, List<Object> values) {}

    Condition condition() {
        StringBuilder sql = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        add(sql, values, " AND q.flow = ?", flow);
        add(sql, values, " AND ? BETWEEN q.first_run AND q.last_run", run);
        add(sql, values, " AND q.code = ?", code == null ? null : code.toUpperCase(Locale.ROOT));
        add(sql, values, " AND q.item = ?", item);
        add(sql, values, " AND q.rule = ?", rule);
        add(sql, values, " AND q.state = ?", state == null ? null : state.toUpperCase(Locale.ROOT));
        add(sql, values, " AND q.last_seen >= ?", since == null ? null : Timestamp.from(since));
        return new Condition(sql.toString(), values);
    }

    /** What is asked for, by name, for whoever reads the request. */
    Map<String, String> described() {
        Map<String, String> named = new TreeMap<>();
        put(named, "run", run);
        put(named, "code", code);
        put(named, "item", item);
        put(named, "rule", rule);
        put(named, "since", since);
        return named;
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static void put(Map<String, String> named, String name, @Nullable Object value) {
        if (value != null) {
            named.put(name, value.toString());
        }
    }
}
