package org.exchangebus.deploy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.transformers.function.Functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas that editors get: in step with the code, and every YAML of the repository satisfies its own. */
class EditorSchemasTest {

    private static final Path HOUSE = Path.of("..");
    private static final Path KEPT = Path.of("editor");
    private static final Path OF_THE_BENCH = Path.of("src/main/resources/bench/catalogue");
    private static final Path OF_THE_HARNESS = Path.of("src/test/resources/harness/catalogue");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SHIPPED = EditorSchemas.of(Catalogue.bundled());
    private static final Map<String, String> SCHEMAS =
            EditorSchemas.of(Catalogue.bundled().with(OF_THE_BENCH).with(OF_THE_HARNESS));

    static List<Path> yamls() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(EditorSchemasTest::isWrittenByAnOwner)
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(40);
            return found;
        }
    }

    static Set<String> names() {
        return SCHEMAS.keySet();
    }

    @ParameterizedTest
    @MethodSource("yamls")
    void everyYamlOfTheRepositorySatisfiesItsSchema(Path file) throws IOException {
        assertThat(faults(schemaOf(file), Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("yamls")
    void everyYamlThatPointsToASchemaPointsToTheRightOne(Path file) throws IOException {
        String first = Files.readString(file).lines().findFirst().orElseThrow();
        if (first.startsWith("# yaml-language-server: $schema=")) {
            String target = first.substring(first.indexOf('=') + 1);
            assertThat(file.resolveSibling(target)).exists();
            assertThat(target).endsWith("/" + schemaOf(file));
        } else {
            assertThat(file.toString()).as("has no first line for editors").contains("/src/");
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theKeptFilesAreTheOnesThatAreMade(String name) throws IOException {
        if (Boolean.getBoolean("editor.write")) {
            Files.createDirectories(KEPT);
            Files.writeString(KEPT.resolve(name), SHIPPED.get(name));
        }
        assertThat(Files.readString(KEPT.resolve(name)))
                .as("run this test with -Deditor.write=true")
                .isEqualTo(SHIPPED.get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySchemaIsADraft07ThatExplainsEachKey(String name) throws IOException {
        JsonNode schema = JSON.readTree(SCHEMAS.get(name));
        assertThat(schema.get("$schema").asText()).isEqualTo("http://json-schema.org/draft-07/schema#");
        JsonSchema meta = JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        assertThat(meta.validate(schema)).isEmpty();
        assertThat(schema.get("properties").properties()).isNotEmpty().allSatisfy(property -> assertThat(
                        property.getValue().path("description").asText())
                .as(property.getKey())
                .isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mapping-1.json | sex: XB | sexx: XB",
                "mapping-1.json | resource: person | resource: persn",
                "mapping-1.json | waive: {relation-to-head: because} | waive: {relation: because}",
                "adapter-1.json | port: 21 | port: 99999",
                "adapter-1.json | control-charset: GBK | control-charset: KOI8",
                "adapter-1.json | protocol: ftp | protocol: ftpx",
                "bus-1.json | port: 8080 | prot: 8080",
                "bus-1.json | password: env:X | password: secret",
            })
    void tellsOfAMistakeWhileItIsWritten(String name, String right, String wrong) throws IOException {
        String text = Map.of(
                        "mapping-1.json",
                        """
                        summary: A mapping of a test.
                        resource: person
                        items: {name: {from: XM, apply: [trim]}, sex: XB}
                        waive: {relation-to-head: because}
                        """,
                        "adapter-1.json",
                        """
                        summary: A system of a test.
                        title: 样例
                        department: 样例
                        contact: 样例
                        protocol: ftp
                        connection: {host: "${a.host}", port: 21, user: u, password: "${secret:p}", control-charset: GBK}
                        sources: {}
                        """.replace("sources: {}\n", "sources: " + FTP_SOURCE + "\n"),
                        "bus-1.json",
                        """
                        web: {port: 8080}
                        database: {url: "jdbc:postgresql://a/b", user: u, password: env:X}
                        """)
                .get(name);
        assertThat(text).contains(right);
        assertThat(faults(name, text)).isEmpty();
        assertThat(faults(name, text.replace(right, wrong))).isNotEmpty();
    }

    private static final String FTP_SOURCE = "{licence: {summary: Licences of a test., mapping: a, resource: a,"
            + " schedule: every 20s, directory: /a, pattern: '*.csv', companion: {suffix: .ok, required: false},"
            + " format: {kind: csv, charset: GBK}, fields: [A]}}";

    @Test
    void completesItemsAndFunctionsWithTheirMeaning() throws IOException {
        JsonNode schema = JSON.readTree(SHIPPED.get("mapping-1.json"));
        JsonNode items = schema.at("/allOf");
        Item sex = Catalogue.bundled().resource("person").items().get(2);
        assertThat(items).hasSize(Catalogue.bundled().resources().size());
        assertThat(items.findValues("sex").toString())
                .contains(sex.title(), sex.summary().english(), "(XB)");
        assertThat(schema.at("/definitions/step/anyOf").findValuesAsText("const"))
                .containsExactlyElementsOf(Functions.all().stream()
                        .map(function -> function.usage())
                        .toList());
    }

    @Test
    void knowsEveryKeyThatIsShownInTheExample() throws IOException {
        String example = Files.readString(Path.of("bus.example.yaml"));
        String whole = example.lines()
                .map(line -> line.matches("# ?[ a-z]+:.*") && !line.contains(". ") ? line.substring(2) : line)
                .filter(line -> !line.startsWith("#"))
                .reduce("", (before, line) -> before + line + "\n");
        assertThat(Document.read("bus.example.yaml", whole).root().properties())
                .extracting(Map.Entry::getKey)
                .contains("systems", "catalogue", "database", "broker");
        assertThat(faults("bus-1.json", whole)).isEmpty();
    }

    /** Tests and the build have YAML of their own. */
    private static boolean isWrittenByAnOwner(Path file) {
        boolean isOurs = file.toString().contains("/src/") || file.toString().contains("/contract/");
        return !isOurs || file.toString().matches(".*(adapter|\\.mapping)\\.yaml|.*/catalogue/.*");
    }

    private static String schemaOf(Path file) {
        String path = file.toString();
        if (path.endsWith("adapter.yaml")) {
            return "adapter-1.json";
        }
        if (path.endsWith(".mapping.yaml")) {
            return "mapping-1.json";
        }
        if (path.contains("/cross-walks/")) {
            return "cross-walk-1.json";
        }
        if (path.contains("/code-tables/")) {
            return "code-table-1.json";
        }
        if (path.contains("/catalogue/")) {
            return "resource-1.json";
        }
        assertThat(path).as("a kind of YAML without a schema").endsWith("bus.example.yaml");
        return "bus-1.json";
    }

    private static Set<ValidationMessage> faults(String name, String yaml) throws IOException {
        JsonNode root = Document.read(name, yaml).root();
        return JsonSchemaFactory.getInstance(VersionFlag.V7)
                .getSchema(JSON.readTree(SCHEMAS.get(name)))
                .validate(root == null ? JsonNodeFactory.instance.nullNode() : root);
    }
}
