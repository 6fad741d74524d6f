package org.exchangebus.routes.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.catalogue.RegistryDdl;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/** The statements that bring chunks of certain items into the registry of a resource; made once, shared. */
final class MergePlan {

    private final String staging;
    private final String create;
    private final String copy;
    private final String merge;
    private final String count;
    private final String probe;
    private final int[] keyPositions;
    private final List<String> items;
    private final List<ItemType> types = new ArrayList<>();

    /** @throws ProblemException if the resource has no such item, or a key item is not among them */
    MergePlan(Resource resource, List<String> items) {
        this.items = List.copyOf(items);
        List<String> columns = new ArrayList<>();
        for (String name : items) {
            Item item = item(resource, name);
            columns.add(quoted(item.column()));
            types.add(item.type());
        }
        for (String key : resource.key()) {
            if (!items.contains(key)) {
                throw unknown(resource, key);
            }
        }
        String table = "registry." + quoted(resource.table());
        staging = quoted("staging_" + resource.table() + "_" + Integer.toHexString(items.hashCode()));
        List<String> staged = new ArrayList<>(columns);
        staged.addAll(List.of("record_version", "record_digest", "record_deleted"));
        String all = String.join(", ", staged);
        create = create(staging, all, table);
        copy = "COPY " + staging + " (" + all + ") FROM STDIN (FORMAT binary)";
        List<String> keys = resource.key().stream()
                .map(key -> quoted(item(resource, key).column()))
                .toList();
        String ordered = resource.key().stream()
                .map(key -> sortable(item(resource, key)))
                .collect(Collectors.joining(", "));
        String last = "SELECT DISTINCT ON (" + ordered + ") * FROM " + staging + " ORDER BY " + ordered
                + ", record_version DESC";
        probe = probe(resource, table);
        keyPositions = resource.key().stream().mapToInt(items::indexOf).toArray();
        String set = staged.stream()
                .filter(column -> !keys.contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        merge = "INSERT INTO " + table + " AS r (" + all + ", record_flow, record_run) SELECT " + all
                + ", ?, ? FROM (" + last + ") s ON CONFLICT (" + String.join(", ", keys) + ") DO UPDATE SET " + set
                + ", record_flow = excluded.record_flow, record_run = excluded.record_run, record_at = now()"
                + " WHERE r.record_version <= excluded.record_version"
                + " AND (r.record_digest <> excluded.record_digest OR r.record_deleted <> excluded.record_deleted)";
        count = "SELECT count(*), count(*) FILTER (WHERE r.record_version > s.record_version) FROM (" + last
                + ") s JOIN " + table + " r USING (" + String.join(", ", keys) + ")";
    }

    private static String probe(Resource resource, String table) {
        List<String> arrays = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> same = new ArrayList<>();
        for (String key : resource.key()) {
            Item item = item(resource, key);
            String name = "key_" + arrays.size();
            arrays.add("?::text[]");
            names.add(name);
            same.add("r." + quoted(item.column()) + " = s." + name
                    + (isText(item) ? "" : "::" + RegistryDdl.columnType(item)));
        }
        return "SELECT s.ordinal FROM unnest(" + String.join(", ", arrays) + ", ?::int8[], ?::int8[], ?::bool[])"
                + " WITH ORDINALITY AS s (" + String.join(", ", names) + ", high, low, deleted, ordinal) LEFT JOIN "
                + table + " r ON " + String.join(" AND ", same)
                + " WHERE r.record_version IS NULL OR r.record_deleted <> s.deleted"
                + " OR uuid_send(r.record_digest) <> int8send(s.high) || int8send(s.low)";
    }

    private static String create(String temporary, String columns, String table) {
        return "CREATE TEMP TABLE IF NOT EXISTS " + temporary + " ON COMMIT DELETE ROWS AS SELECT " + columns + " FROM "
                + table + " WITH NO DATA";
    }

    /** Name of the session's table into which rows are copied first. */
    String staging() {
        return staging;
    }

    /** Makes {@link #staging()}; needed once per connection. */
    String create() {
        return create;
    }

    String copy() {
        return copy;
    }

    /** Takes flow and run; its update count is the number of records that now stand in the registry. */
    String merge() {
        return merge;
    }

    /** After the merge: distinct keys, of them older than what the registry holds. */
    String count() {
        return count;
    }

    /**
     * Takes an array for each item of the key, then upper and lower halves of the digests, and whether deleted; gives
     * the ordinals, from 1, of the records that the registry does not hold as they are.
     */
    String probe() {
        return probe;
    }

    /** Positions of the key among the items of the chunk. */
    int[] keyPositions() {
        return keyPositions;
    }

    List<String> items() {
        return items;
    }

    /** Types of the items, in the order of the chunk. */
    List<ItemType> types() {
        return types;
    }

    private static Item item(Resource resource, String name) {
        int position = resource.position(name);
        if (position < 0) {
            throw unknown(resource, name);
        }
        return resource.items().get(position);
    }

    private static ProblemException unknown(Resource resource, String item) {
        return new ProblemException(
                Finding.of(resource.name(), RoutesProblem.RESOURCE_IS_UNKNOWN, resource.name(), item));
    }

    /** Bytes sort faster than words, and any order that all use alike keeps two merges from blocking each other. */
    private static String sortable(Item item) {
        return quoted(item.column()) + (isText(item) ? " COLLATE \"C\"" : "");
    }

    private static boolean isText(Item item) {
        return item.type() == ItemType.TEXT || item.type() == ItemType.MEMO;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
