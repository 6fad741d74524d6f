package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.RecordChunk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of {@code language.md}: a mapping, then rows and what comes of each. */
class LanguagePageTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BLOCK = Pattern.compile("```(yaml|json)\n(.*?)```", Pattern.DOTALL);

    record Example(String mapping, JsonNode told) {}

    static Stream<Example> examples() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(Path.of("language.md")));
        List<Example> examples = new ArrayList<>();
        String mapping = "";
        while (block.find()) {
            if (block.group(1).equals("yaml")) {
                mapping = block.group(2);
            } else {
                examples.add(new Example(mapping, JSON.readTree(block.group(2))));
            }
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleComesOutAsItIsTold(Example example) {
        List<String> fields = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        example.told().path("row").fields().forEachRemaining(cell -> {
            fields.add(cell.getKey());
            cells.add(cell.getValue().textValue());
        });
        String text = "summary: An example.\nresource: example\n"
                + example.mapping().replaceFirst("(?m)^items:\n", "items:\n  id: \"'1'\"\n");
        List<Finding> findings = new ArrayList<>();
        Mapping mapping = new MappingCompiler(List.of(Things.resource("example", items())))
                .compile("s/example", "language.md", text, name -> null, fields, findings);
        assertThat(findings)
                .extracting(finding -> finding.render(Locale.ENGLISH))
                .isEmpty();
        assertThat(mapping).isNotNull();

        MappedChunk mapped = mapping.apply(Things.chunk(fields, cells.toArray(String[]::new)));

        ObjectNode told = example.told().deepCopy();
        told.remove("row");
        assertThat(outcome(mapped)).isEqualTo(told);
    }

    private static ObjectNode outcome(MappedChunk mapped) {
        ObjectNode outcome = JSON.createObjectNode();
        if (!mapped.rejections().isEmpty()) {
            return outcome.put("rejected", mapped.rejections().get(0).rule());
        }
        RecordChunk.Reader reader = mapped.records().read();
        if (!reader.next()) {
            return outcome.put("left-out", true);
        }
        ObjectNode gives = outcome.putObject("gives");
        Cells cells = new Cells(mapped.records().items().size());
        reader.show(cells);
        for (int i = 1; i < cells.size(); i++) {
            if (cells.text(i) != null) {
                gives.put(mapped.records().items().get(i), cells.text(i));
            }
        }
        return outcome;
    }

    private static List<Item> items() {
        List<Item> items = new ArrayList<>();
        items.add(Things.item("id", ItemType.TEXT));
        for (String name : List.of("name", "phone", "address", "kind", "remark")) {
            items.add(Things.item(name, ItemType.TEXT));
        }
        items.add(Things.item("capital", ItemType.MONEY));
        items.add(Things.item("decided", ItemType.DATE));
        items.add(Things.item("active", ItemType.BOOLEAN));
        items.add(Things.item("location", ItemType.STRUCTURE));
        items.add(Things.item("members", ItemType.STRUCTURE));
        return items;
    }
}
