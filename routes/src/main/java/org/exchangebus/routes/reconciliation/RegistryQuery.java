package org.exchangebus.routes.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;

/**
 * What is asked of the registry of one resource.
 *
 * <p>The content of a row is not believed: its digest is computed anew from the columns, with the items and in the order
 * in which records came. Where they came in several orders, that one holds under which the digest of the row comes out;
 * if it does under none, the row was altered, and any will do to show it.
 */
final class RegistryQuery {

    private final Resource resource;
    private final String known;
    private final String content;
    private final String hasMore;

    /**
     * The query of a resource.
     *
     * @param layouts the lists of items in which records came, the newest last; at least one
     * @param isComplete whether records came in no other: then a column that none of them names is empty
     */
    RegistryQuery(Resource resource, Set<List<String>> layouts, boolean isComplete) {
        this.resource = resource;
        List<String> contents = new ArrayList<>();
        layouts.forEach(items -> contents.add(0, content(items)));
        // In this order the hub itself deletes what a full set no longer holds.
        contents.add("CASE WHEN record_deleted THEN " + content(allItems(resource)) + " END");
        StringBuilder chosen = new StringBuilder("CASE");
        for (int i = 1; i <= contents.size(); i++) {
            chosen.append(" WHEN content[").append(i).append("] = uuid_send(record_digest) THEN content[");
            chosen.append(i).append(']');
        }
        known = chosen + " ELSE content[1] END";
        content = String.join(", ", contents);
        Set<String> named = new LinkedHashSet<>();
        layouts.forEach(named::addAll);
        String unnamed = resource.items().stream()
                .filter(item -> !named.contains(item.name()))
                .map(item -> quoted(item.column()))
                .collect(Collectors.joining(", "));
        hasMore = isComplete && !unnamed.isEmpty() ? "num_nonnulls(" + unnamed + ") > 0" : "false";
    }

    /** OFFSET 0 keeps PostgreSQL from computing a digest anew wherever it is named. */
    private String rows(String where) {
        return "SELECT key_hash, key, " + known + " AS content, record_digest, record_version, record_run, record_flow,"
                + " record_deleted, has_more FROM (SELECT " + hash(keyCells()) + " AS key_hash, json_build_array("
                + keyTexts() + ")::text AS key, ARRAY[" + content + "] AS content, record_digest, record_version,"
                + " record_run, record_flow, record_deleted, " + hasMore + " AS has_more FROM " + table(resource)
                + " WHERE " + where + " OFFSET 0) columns";
    }

    /** The items of a resource, as the catalogue has them. */
    static List<String> allItems(Resource resource) {
        return resource.items().stream().map(Item::name).toList();
    }

    /** Sums by key range over the rows of some flows: takes their names as an array. */
    String sums() {
        return Sums.of("SELECT key_hash, key_hash || content || uuid_send(record_digest) || int8send(record_version)"
                + " || int8send(record_run) || convert_to(record_flow, 'UTF8')"
                + " || CASE WHEN has_more THEN '\\x01'::bytea ELSE '' END AS proof, record_deleted FROM ("
                + rows("record_flow = ANY(?)")
                + ") r");
    }

    /** How many rows belong to other flows, by flow: takes the names of the flows that are asked about. */
    static String others(Resource resource) {
        return "SELECT record_flow, count(*) FROM " + table(resource) + " WHERE record_flow <> ALL(?)"
                + " GROUP BY record_flow ORDER BY record_flow";
    }

    /** Every row of some key ranges, in the order of the keys' hashes: takes the ranges as an array. */
    String rows() {
        return rows("get_byte(" + hash(keyCells()) + ", 0) = ANY(?)") + " ORDER BY key_hash";
    }

    private static String table(Resource resource) {
        return "registry." + quoted(resource.table());
    }

    private String content(List<String> items) {
        String cells = items.stream()
                .map(name -> resource.items().get(resource.position(name)))
                .map(item -> "hub.cell(" + text(item) + ")")
                .collect(Collectors.joining(" || "));
        return hash("CASE WHEN record_deleted THEN '\\x01'::bytea ELSE '\\x00'::bytea END || " + cells);
    }

    private static String hash(String bytes) {
        return "substring(sha256(" + bytes + ") from 1 for 16)";
    }

    private String keyCells() {
        return keyItems().map(item -> "hub.cell(" + text(item) + ")").collect(Collectors.joining(" || "));
    }

    private String keyTexts() {
        return keyItems().map(RegistryQuery::text).collect(Collectors.joining(", "));
    }

    private java.util.stream.Stream<Item> keyItems() {
        return resource.key().stream().map(name -> resource.items().get(resource.position(name)));
    }

    /** The canonical text of a column, as it stood in the chunk. The session writes dates as ISO has them. */
    private static String text(Item item) {
        String column = quoted(item.column());
        return switch (item.type()) {
            case TEXT, MEMO, DATE, BOOLEAN, INTEGER, GEOMETRY, STRUCTURE -> column + "::text";
            case DECIMAL, MONEY -> "trim_scale(" + column + ")::text";
            case DATETIME -> "replace(" + column + "::text, ' ', 'T')";
        };
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
