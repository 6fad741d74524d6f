package org.exchangebus.transformers.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.FunctionUtils;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.identifier.IdentifierKind;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Mappings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The person mapping of the reference workload: 20 items, identity number and credit code checked, three code tables,
 * dates, rules across items. Engine and loop end with the encoded and digested chunk; JSLT, which has neither, ends with
 * its JSON, and is given the check of identifiers as functions.
 */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init")
public class PersonMapping {

    static final int ROWS = 1_000;

    private static final Path BENCH = Path.of("../deploy/src/main/resources/bench");

    private SourceChunk chunk;
    private List<JsonNode> json;
    private Mapping mapping;
    private HandWritten handWritten;
    private Expression jslt;

    @Setup
    public void setUp() throws IOException {
        ReferenceRows rows = new ReferenceRows(ROWS);
        chunk = rows.chunk();
        json = rows.json();
        Catalogue catalogue = Catalogue.bundled().with(BENCH.resolve("catalogue"));
        SystemFolder folder = new SystemFolder(BENCH.resolve("systems/reference-register"));
        mapping = new Mappings(catalogue, List.of(folder), (system, name) -> ReferenceRows.FIELDS)
                .mapping(folder.name(), "person");
        handWritten = new HandWritten(
                mapping.resource().items().stream().map(Item::name).toList());
        try (var text = Objects.requireNonNull(PersonMapping.class.getResourceAsStream("/bench/person.jslt"))) {
            jslt = new Parser(new InputStreamReader(text, StandardCharsets.UTF_8))
                    .withFunctions(List.of(
                            FunctionUtils.wrapStaticMethod(
                                    "is-citizen-number", PersonMapping.class.getName(), "isCitizenNumber"),
                            FunctionUtils.wrapStaticMethod(
                                    "is-credit-code", PersonMapping.class.getName(), "isCreditCode")))
                    .compile();
        } catch (LinkageError | ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }

    public static boolean isCitizenNumber(String text) {
        return accepts(IdentifierKind.CITIZEN_NUMBER, text);
    }

    public static boolean isCreditCode(String text) {
        return accepts(IdentifierKind.CREDIT_CODE, text);
    }

    private static boolean accepts(IdentifierKind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return kind.accepts(bytes, 0, bytes.length);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public MappedChunk engine() {
        return mapping.apply(chunk);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public RecordChunk loopByHand() {
        return handWritten.map(chunk);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public List<JsonNode> jslt() {
        List<JsonNode> records = new ArrayList<>(ROWS);
        for (JsonNode row : json) {
            records.add(jslt.apply(row));
        }
        return records;
    }
}
