package org.exchangebus.routes.hub;

import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;

/** The statements that keep the keys of a full set and find what is not among them; made once, shared. */
final class SetPlan {

    private final String table;
    private final String keys;
    private final String registry;
    private final String missing;
    private final String texts;

    SetPlan(Resource resource) {
        table = "hub." + quoted("keys_" + resource.table());
        registry = "registry." + quoted(resource.table());
        List<Item> items = resource.key().stream()
                .map(name -> resource.items().get(resource.position(name)))
                .toList();
        keys = items.stream().map(item -> quoted(item.column())).collect(Collectors.joining(", "));
        String same = items.stream()
                .map(item -> "s." + quoted(item.column()) + " = r." + quoted(item.column()))
                .collect(Collectors.joining(" AND "));
        missing = " FROM " + registry + " r WHERE r.record_flow = ? AND NOT r.record_deleted AND r.record_version < ?"
                + " AND NOT EXISTS (SELECT 1 FROM " + table + " s WHERE s.flow = ? AND s.run = ? AND " + same + ")";
        texts = items.stream().map(SetPlan::canonical).collect(Collectors.joining(", "));
    }

    /** Makes the table of keys where it is not there yet; the registry's has to be. */
    String create() {
        return "CREATE TABLE IF NOT EXISTS " + table + " AS SELECT " + keys
                + ", record_flow AS flow, record_run AS run FROM " + registry + " WITH NO DATA";
    }

    /** Copies keys with flow and run. */
    String copy() {
        return "COPY " + table + " (" + keys + ", flow, run) FROM STDIN (FORMAT binary)";
    }

    /** Takes a flow and forgets its keys. */
    String forget() {
        return "DELETE FROM " + table + " WHERE flow = ?";
    }

    /** Takes a flow; how many of its records are there. */
    String live() {
        return "SELECT count(*) FROM " + registry + " WHERE record_flow = ? AND NOT record_deleted";
    }

    /** Takes flow, version, flow and run; how many records are not in the set. */
    String missing() {
        return "SELECT count(*)" + missing;
    }

    /** Takes the same; the keys of these records as canonical texts. */
    String missingKeys() {
        return "SELECT " + texts + missing;
    }

    private static String canonical(Item item) {
        String column = "r." + quoted(item.column());
        return switch (item.type()) {
            case DATE -> "to_char(" + column + ", 'YYYY-MM-DD')";
            case DATETIME -> "to_char(" + column + ", 'YYYY-MM-DD\"T\"HH24:MI:SS')";
            case DECIMAL, MONEY -> "trim_scale(" + column + ")::text";
            default -> column + "::text";
        };
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
