package org.exchangebus.transformers.mapping;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.catalogue.Obligation;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.TextForm;
import org.exchangebus.schemas.masking.Masking;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Phrase;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.jspecify.annotations.Nullable;

/** A resource of each type of item, and a mapping for it. */
final class Things {

    static final List<String> FIELDS = List.of("ID", "NAME", "MORE");

    static final String GOOD = """
            summary: Things of the warehouse.
            resource: thing
            items:
              id: ID | trim
              name: NAME | trim
            ignore:
              MORE: not wanted
            """;

    static final Resource RESOURCE = resource(
            "thing",
            List.of(
                    item("id", ItemType.TEXT, 18, Obligation.MANDATORY, null, null),
                    item("name", ItemType.TEXT, 10, Obligation.MANDATORY, null, Masking.NAME),
                    item("sex", ItemType.TEXT, 1, Obligation.OPTIONAL, "sex", null),
                    item("amount", ItemType.MONEY, 0, Obligation.OPTIONAL, null, null),
                    item("since", ItemType.DATE, 0, Obligation.OPTIONAL, null, null),
                    item("at", ItemType.DATETIME, 0, Obligation.OPTIONAL, null, null),
                    item("active", ItemType.BOOLEAN, 0, Obligation.OPTIONAL, null, null),
                    item("parts", ItemType.STRUCTURE, 0, Obligation.OPTIONAL, null, null),
                    owners()));

    /** A list whose elements are declared. */
    private static Item owners() {
        return new Item(
                "owners",
                "所有者",
                null,
                ItemType.STRUCTURE,
                0,
                0,
                0,
                Obligation.OPTIONAL,
                null,
                null,
                false,
                null,
                TextForm.ANY,
                new Phrase("Owners.", "所有者。"),
                List.of(
                        item("name", ItemType.TEXT, 10, Obligation.MANDATORY, null, null),
                        item("share", ItemType.DECIMAL, 0, Obligation.OPTIONAL, null, null)),
                true);
    }

    private Things() {}

    /** A resource whose key is {@code id}. */
    static Resource resource(String name, List<Item> items) {
        return new Resource(
                name,
                "物",
                "101001/1",
                "A thing.",
                List.of("id"),
                items,
                List.of(),
                Catalogue.bundled().resource("person").metadata());
    }

    /** An item that nothing is asked of. */
    static Item item(String name, ItemType type) {
        return item(name, type, 0, name.equals("id") ? Obligation.MANDATORY : Obligation.OPTIONAL, null, null);
    }

    private static Item item(
            String name,
            ItemType type,
            int length,
            Obligation obligation,
            @Nullable String codeTable,
            @Nullable Masking masking) {
        return new Item(
                name,
                name,
                name.equals("name") ? "XM" : null,
                type,
                length,
                18,
                2,
                obligation,
                codeTable,
                null,
                false,
                masking,
                TextForm.ANY,
                new Phrase("An item.", "信息项。"),
                List.of(),
                false);
    }

    /** What is wrong with a mapping. */
    static List<Finding> findings(String text) {
        return findings(text, FIELDS);
    }

    static List<Finding> findings(String text, List<String> fields) {
        List<Finding> findings = new ArrayList<>();
        Mapping mapping =
                new MappingCompiler(List.of(RESOURCE)).compile("s/t", "t.yaml", text, Things::beside, fields, findings);
        if ((mapping == null) != !findings.isEmpty()) {
            throw new AssertionError("Findings and no findings: " + findings);
        }
        return findings;
    }

    static Mapping mapping(String text, List<String> fields) {
        List<Finding> findings = new ArrayList<>();
        Mapping mapping =
                new MappingCompiler(List.of(RESOURCE)).compile("s/t", "t.yaml", text, Things::beside, fields, findings);
        if (mapping == null) {
            throw new ProblemException(findings);
        }
        return mapping;
    }

    /** The files beside the mapping. */
    private static byte @Nullable [] beside(String name) {
        return switch (name) {
            case "grades.csv" -> "\uFEFFgrade,code,label\n甲,1,优\n\n乙,2,".getBytes(StandardCharsets.UTF_8);
            case "gbk.csv" -> new byte[] {(byte) 0xD0, (byte) 0xD4, ',', 'b'};
            case "twice.csv" -> "a,b\n1,x\n1,y\n,z\n".getBytes(StandardCharsets.UTF_8);
            case "wide.csv" -> "a,b\n1,x,y\n".getBytes(StandardCharsets.UTF_8);
            case "narrow.csv" -> "a\n1\n".getBytes(StandardCharsets.UTF_8);
            default -> null;
        };
    }

    static SourceChunk chunk(List<String> fields, @Nullable String[]... rows) {
        return new SourceChunk(
                new ChunkId(7, 3), "s-t", 7_000_000_000L, rows(fields, rows).build());
    }

    static Rows.Builder rows(List<String> fields, @Nullable String[]... rows) {
        Rows.Builder builder = new Rows.Builder(fields, "things.csv", rows.length);
        for (int i = 0; i < rows.length; i++) {
            for (String cell : rows[i]) {
                builder.cell(cell);
            }
            builder.endRow(i + 2L);
        }
        return builder;
    }

    static @Nullable String[] row(@Nullable String... cells) {
        return cells;
    }
}
