package org.exchangebus.deploy.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.exchangebus.adapters.EditorSchema;
import org.exchangebus.deploy.application.Systems;
import org.exchangebus.deploy.configuration.BusYaml;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.identifier.IdentifierKind;
import org.exchangebus.transformers.mapping.MappingSchema;

/**
 * The JSON Schemas (draft-07) of every YAML that an owner writes, for editors: keys with their meaning, the names of
 * the catalogue, functions. An editor is pointed to one by the first line of a file.
 */
public final class EditorSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EditorSchemas() {}

    /** Content by file name. */
    public static Map<String, String> of(Catalogue catalogue) {
        Map<String, String> files = new TreeMap<>();
        files.put("adapter-1.json", text(EditorSchema.of(Systems.PROTOCOLS)));
        files.put("mapping-1.json", text(MappingSchema.of(catalogue)));
        files.put("bus-1.json", text(read(BusYaml.class, "bus.schema.json")));
        files.put("resource-1.json", text(resource()));
        files.put("code-table-1.json", text(read(CodeTable.class, "/schema/code-table-1.json")));
        files.put("cross-walk-1.json", text(read(CodeTable.class, "/schema/cross-walk-1.json")));
        return files;
    }

    /** The schema that resources are read by, with the names of code tables and identifiers. */
    private static ObjectNode resource() {
        ObjectNode schema = read(Catalogue.class, "/schema/resource-1.json");
        ArrayNode tables = ((ObjectNode) schema.at("/definitions/item/properties/code-table")).putArray("anyOf");
        for (String name : CodeTable.names()) {
            CodeTable.Origin origin = CodeTable.bundled(name).origin();
            tables.addObject()
                    .put("const", name)
                    .put("title", origin.title() + " " + origin.standard() + "-" + origin.edition())
                    .put("description", origin.summary());
        }
        ArrayNode kinds = ((ObjectNode) schema.at("/definitions/item/properties/identifier")).putArray("anyOf");
        for (IdentifierKind kind : IdentifierKind.values()) {
            kinds.addObject().put("const", kind.label()).put("title", kind.title());
        }
        return schema;
    }

    private static ObjectNode read(Class<?> beside, String name) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(ObjectNode schema) {
        return schema.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }
}
