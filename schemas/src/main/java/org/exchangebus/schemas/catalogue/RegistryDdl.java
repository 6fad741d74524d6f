package org.exchangebus.schemas.catalogue;

import java.util.stream.Collectors;

/** The registry's table of a resource, in the words of PostgreSQL. */
public final class RegistryDdl {

    private RegistryDdl() {}

    /** The column's type; a geometry and a structure are {@code json}, so that their texts stay as they
     * came. */
    public static String columnType(Item item) {
        return switch (item.type()) {
            case TEXT, MEMO -> item.length() == 0 ? "text" : "varchar(" + item.length() + ")";
            case DECIMAL, MONEY ->
                item.precision() == 0 ? "numeric" : "numeric(" + item.precision() + "," + item.scale() + ")";
            case DATE -> "date";
            case DATETIME -> "timestamp";
            case BOOLEAN -> "boolean";
            case INTEGER -> "bigint";
            case GEOMETRY, STRUCTURE -> "json";
        };
    }

    /**
     * The statements that make the table of a resource in the schema {@code registry} where it is not there
     * yet, with its comments. Only key columns are NOT NULL: obligations are the check's business, and a
     * deleted record keeps nothing but its key.
     */
    public static String createTable(Resource resource) {
        String table = "registry." + quoted(resource.table());
        String columns = resource.items().stream()
                .map(item -> "  " + quoted(item.column()) + " " + columnType(item)
                        + (resource.key().contains(item.name()) ? " NOT NULL" : "") + ",\n")
                .collect(Collectors.joining());
        String key = resource.key().stream()
                .map(name -> quoted(name.replace('-', '_')))
                .collect(Collectors.joining(", "));
        String comments = resource.items().stream()
                .map(item -> "COMMENT ON COLUMN " + table + "." + quoted(item.column()) + " IS " + text(item.title())
                        + ";\n")
                .collect(Collectors.joining());
        return "CREATE TABLE IF NOT EXISTS " + table + " (\n"
                + columns
                + """
                  "record_digest" uuid NOT NULL,
                  "record_version" bigint NOT NULL,
                  "record_flow" text NOT NULL,
                  "record_run" bigint NOT NULL,
                  "record_deleted" boolean NOT NULL,
                  "record_at" timestamptz NOT NULL DEFAULT now(),
                  PRIMARY KEY (%s)
                );
                """.formatted(key).indent(0)
                + "COMMENT ON TABLE " + table + " IS " + text(resource.title()) + ";\n"
                + comments;
    }

    /** The statement that gives a table from before a column for an item that is new. */
    public static String addColumn(Resource resource, Item item) {
        return "ALTER TABLE registry." + quoted(resource.table()) + " ADD COLUMN " + quoted(item.column()) + " "
                + columnType(item) + ";";
    }

    /** The statement that gives a column from before the type that its item has now; values that do not fit make it fail. */
    public static String alterColumn(Resource resource, Item item) {
        String type = columnType(item);
        String column = quoted(item.column());
        return "ALTER TABLE registry." + quoted(resource.table()) + " ALTER COLUMN " + column + " TYPE " + type
                + " USING " + column + "::text::" + type + ";";
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
