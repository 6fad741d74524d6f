package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.export.ExportForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PERSON = Path.of("../schemas/catalogue/base/population/person.yaml");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void listsEveryResourceAsATableAndAsJson() throws JsonProcessingException {
        assertThat(execute(Locale.CHINESE, "list")).isZero();
        assertThat(out.toString().lines().skip(1).map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(Catalogue.bundled().resources().stream()
                        .map(Resource::name)
                        .toList());
        assertThat(objects("list"))
                .extracting(resource -> resource.get("title").asText())
                .containsExactlyElementsOf(Catalogue.bundled().resources().stream()
                        .map(Resource::title)
                        .toList());
    }

    @Test
    void listsOnlyWhatAllFiltersTake() throws JsonProcessingException {
        assertThat(objects("list", "--class", "base", "--provider", "公安", "--sharing", "conditional"))
                .allSatisfy(resource -> {
                    assertThat(resource.get("class").asText()).isEqualTo("base");
                    assertThat(resource.get("provider").asText()).contains("公安");
                    assertThat(resource.get("sharing").asText()).isEqualTo("conditional");
                })
                .extracting(resource -> resource.get("name").asText())
                .contains("person");
        assertThat(objects("list", "--provider", "11100000MB03271699"))
                .extracting(resource -> resource.get("name").asText())
                .containsOnlyOnce("land-parcel")
                .doesNotContain("person");
        assertThat(objects("list", "--class", "base", "--provider", "nobody")).isEmpty();
    }

    @Test
    void showsEverythingOfAResourceInTheLanguageOfTheReader() {
        assertThat(execute(Locale.CHINESE, "show", "person")).isZero();
        assertThat(out.toString())
                .contains("信息资源提供方代码  11100000000013127D", "共享类型            有条件共享", "GMSFHM")
                .contains(Catalogue.bundled().resource("person").items().stream()
                        .map(item -> item.summary().chinese())
                        .toList())
                .doesNotContain("女性");
    }

    @Test
    void showsCodesOnRequest() throws JsonProcessingException {
        assertThat(execute(Locale.ENGLISH, "show", "person", "--codes")).isZero();
        assertThat(out.toString()).contains("sex  人的性别代码 GB/T 2261.1-2003", "  2  女性");
        JsonNode person = objects("show", "person", "--codes").get(0);
        assertThat(person.at("/codeTables/sex/2").asText()).isEqualTo("女性");
        assertThat(person.at("/items/1/shortName").asText()).isEqualTo("GMSFHM");
        assertThat(person.at("/key/0").asText()).isEqualTo("id-number");
    }

    @Test
    void knowsTheResourcesOfAFolderOfOnesOwn() throws IOException {
        Path folder = Files.createDirectories(directory.resolve("base/population"));
        Files.writeString(
                folder.resolve("visitor.yaml"),
                Files.readString(PERSON)
                        .replace("name: person\n", "name: visitor\n")
                        .replaceFirst("code: 101001/1", "code: 101001/9001"));
        assertThat(execute(Locale.ENGLISH, "show", "visitor", "--catalogue", directory.toString()))
                .isZero();
        assertThat(execute(Locale.ENGLISH, "--catalogue", directory.toString(), "show", "visitor"))
                .isZero();
        assertThat(out.toString()).contains("101001/9001");
    }

    @Test
    void asksWhetherAnotherResourceWasMeant() {
        for (String[] arguments :
                List.of(new String[] {"show", "persn"}, new String[] {"export", "persn", "--as", "xsd"}, new String[] {
                    "diff", "persn", "person"
                })) {
            assertThat(execute(Locale.ENGLISH, arguments)).isEqualTo(2);
            assertThat(err.toString())
                    .contains(DeployProblem.RESOURCE_UNKNOWN.code(), "Did you mean 'person'?")
                    .doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @EnumSource(ExportForm.class)
    void writesTheFilesOfEveryForm(ExportForm form) throws IOException {
        assertThat(execute(
                        Locale.ENGLISH,
                        "export",
                        "--all",
                        "--as",
                        form.label(),
                        "--language",
                        "zh",
                        "--out",
                        directory.resolve("new").toString()))
                .isZero();
        List<String> written = out.toString().lines().toList();
        assertThat(written).isNotEmpty();
        for (String file : written) {
            String name = Path.of(file).getFileName().toString();
            assertThat(Path.of(file))
                    .hasContent(form.files(Catalogue.bundled().resources(), Locale.CHINESE)
                            .get(name));
        }
    }

    @Test
    void printsASingleFileAndAsksForADirectoryForMore() {
        assertThat(execute(Locale.ENGLISH, "export", "person", "--as", "json-schema"))
                .isZero();
        assertThat(out.toString())
                .isEqualTo(ExportForm.JSON_SCHEMA
                        .files(Catalogue.bundled().resource("person"), Locale.ENGLISH)
                        .get("person.schema.json"));
        assertThat(execute(Locale.ENGLISH, "export", "person", "--as", "csv")).isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.DIRECTORY_NOT_NAMED.code(), "'person.csv'");
    }

    @Test
    void tellsThatADirectoryCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(execute(Locale.ENGLISH, "export", "person", "--as", "ddl", "--out", file + "/below"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(DeployProblem.FILE_NOT_WRITTEN.code())
                .doesNotContain("\tat ");
    }

    @Test
    void wantsResourcesOrAllAndNotBoth() {
        assertThat(execute(Locale.ENGLISH, "export", "--as", "xsd")).isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "export", "person")).isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "export", "person", "--all", "--as", "xsd"))
                .isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "export", "person", "--as", "jsn")).isEqualTo(2);
        assertThat(execute(Locale.ENGLISH)).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "Name one or more resources, or --all.", "'jsn' is no value of '--as'", "./bus catalogue list");
    }

    @Test
    void findsNothingToBreakBetweenAResourceAndItself() {
        assertThat(execute(Locale.ENGLISH, "diff", "person", PERSON.toString())).isZero();
        assertThat(out.toString().strip()).isEqualTo("0 breaking, 0 to look at, 0 harmless");
    }

    @Test
    void tellsWhatBreaksAndForWhom() throws IOException {
        Path shorter = Files.writeString(
                directory.resolve("person-2.yaml"), Files.readString(PERSON).replaceFirst("length: 60", "length: 6"));
        assertThat(execute(Locale.ENGLISH, "diff", "person", shorter.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("breaking  person/name  Item 'name' takes 6 characters, no more 60.");
        assertThat(out.toString()).contains("    the provider's mapping: breaking. Records that passed");
        assertThat(execute(Locale.CHINESE, "diff", shorter.toString(), "person"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("信息项“name”的长度由 6 放宽为 60", "ALTER TABLE");
    }

    @Test
    void comparesFoldersResourceByResource() throws IOException {
        Path older = Files.createDirectories(directory.resolve("old/base/population"));
        Path newer = Files.createDirectories(directory.resolve("new/base/population"));
        Files.copy(PERSON, older.resolve("person.yaml"));
        Files.writeString(
                newer.resolve("resident.yaml"), Files.readString(PERSON).replace("name: person\n", "name: resident\n"));
        String[] arguments = {
            "diff",
            directory.resolve("old").toString(),
            directory.resolve("new").toString(),
            "--format",
            "json"
        };
        assertThat(execute(Locale.ENGLISH, arguments)).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"where\":\"person\",\"kind\":\"RESOURCE_REMOVED\",\"severity\":\"BREAKING\"}",
                        "{\"where\":\"resident\",\"kind\":\"RESOURCE_ADDED\",\"severity\":\"HARMLESS\"}");
    }

    @Test
    void tellsWhatBecomesOfCodesAndWhichItemsHoldThem() throws IOException {
        Path newer = Files.writeString(
                directory.resolve("sex-2.yaml"),
                Files.readString(Path.of("../schemas/code-tables/sex.yaml"))
                        .replaceFirst("(?m)^.*code: \"9\".*$", "  - {code: \"3\", label: \"样例\", aliases: [\"M\"]}")
                        .replace("\"男\", \"M\", \"m\"", "\"男\"")
                        .replace("\"女性\"", "\"女\"")
                        .replace("aliases: [\"女\", ", "aliases: ["));
        assertThat(execute(Locale.ENGLISH, "diff", "sex", newer.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "Code table 'sex' has lost the codes 9.",
                        "Code table 'sex' has the new codes 3.",
                        "Code table 'sex' does not know the words m, 女性 any more.",
                        "Code table 'sex' leads words to other codes: M 3, no more M 1.",
                        "used by: ",
                        "person/sex");
        assertThat(execute(Locale.CHINESE, "diff", newer.toString(), newer.toString()))
                .isZero();
    }

    @Test
    void comparesTheCodeTablesOfFolders() throws IOException {
        Path older = Files.createDirectories(directory.resolve("old"));
        Path newer = Files.createDirectories(directory.resolve("new"));
        Path tables = Path.of("../schemas/code-tables");
        Files.copy(tables.resolve("sex.yaml"), older.resolve("sex.yaml"));
        Files.copy(tables.resolve("region.yaml"), older.resolve("region.yaml"));
        Files.copy(tables.resolve("region.csv"), older.resolve("region.csv"));
        Files.copy(tables.resolve("sex.yaml"), newer.resolve("sex.yaml"));

        assertThat(execute(Locale.ENGLISH, "diff", older.toString(), newer.toString(), "--format", "json"))
                .isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly("{\"where\":\"region\",\"kind\":\"CODE_TABLE_REMOVED\",\"severity\":\"BREAKING\"}");
    }

    @Test
    void takesAFileThatIsNoYamlAndAFolderThatIsNotThereForWrongUse() throws IOException {
        Path file = Files.writeString(directory.resolve("person.yaml"), "a: b: c");

        assertThat(execute(Locale.ENGLISH, "diff", "person", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("person.yaml:1:5  SCHEMA-054");
        assertThat(execute(
                        Locale.ENGLISH,
                        "list",
                        "--catalogue",
                        directory.resolve("nonexistent").toString()))
                .isEqualTo(2);
    }

    @Test
    void tellsTheValuesThatWakeARule() {
        assertThat(execute(Locale.ENGLISH, "show", "administrative-licence")).isZero();
        assertThat(out.toString()).contains("required-when legal-representative, counterpart-kind [");
    }

    @Test
    void comparesAFolderWhoseResourcesReferToOthersElsewhere() throws IOException {
        Path incident = PERSON.resolve("../../../theme/work-safety/work-safety-incident.yaml");
        Path folder = Files.createDirectories(directory.resolve("one/theme/work-safety"));
        Files.copy(incident.normalize(), folder.resolve("work-safety-incident.yaml"));
        String place = directory.resolve("one").toString();

        assertThat(execute(Locale.ENGLISH, "diff", place, place)).isZero();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void tellsEverythingWrongWithAFileThatIsToBeCompared() throws IOException {
        Path wrong = Files.writeString(
                directory.resolve("person.yaml"), Files.readString(PERSON).replace("secrecy:", "secrecity:"));
        assertThat(execute(Locale.ENGLISH, "diff", "person", wrong.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("person.yaml:", "Did you mean 'secrecy'?");
    }

    private List<JsonNode> objects(String... arguments) throws JsonProcessingException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--format", "json"));
        out.getBuffer().setLength(0);
        assertThat(execute(Locale.ENGLISH, all.toArray(String[]::new))).isZero();
        List<JsonNode> objects = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            objects.add(JSON.readTree(line));
        }
        return objects;
    }

    private int execute(Locale locale, String... arguments) {
        List<String> all = new ArrayList<>(List.of("catalogue"));
        all.addAll(List.of(arguments));
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), locale)
                .execute(all.toArray(String[]::new));
    }
}
