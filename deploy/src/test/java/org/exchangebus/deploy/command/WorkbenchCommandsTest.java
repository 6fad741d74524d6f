package org.exchangebus.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.problem.DeployProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an owner on a folder of his own: a GBK file of people. */
class WorkbenchCommandsTest {

    private static final String NUMBER = "11010519491231002X";

    private static final String ADAPTER = """
            summary: People in files.
            title: 人员
            department: 测试
            contact: 测试
            protocol: ftp
            connection: {host: 127.0.0.1, user: u, password: '${secret:people.password}', control-charset: GBK}
            sources:
              person:
                summary: People of a village, in files.
                mapping: person
                resource: person
                schedule: every 30s
                directory: /
                format: {kind: csv, charset: GBK}
                fields: [GMSFHM, XM, XB, ZT]
            """;

    private static final String MAPPING = """
            summary: People of files.
            resource: person
            items:
              id-number: GMSFHM | trim
              name: XM | remove-blanks
              sex: XB | code(sex, map={男=1, 女=2})
              ethnicity: "'01'"
              birth-date: GMSFHM | characters(7, 14) | date(yyyyMMdd)
            leave-out:
              - when: ZT is '0'
                because: drafts
            """;

    @TempDir
    Path directory;

    private Path system;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        system = Files.createDirectories(directory.resolve("systems/people"));
        Files.writeString(system.resolve("adapter.yaml"), ADAPTER);
        Files.writeString(system.resolve("person.mapping.yaml"), MAPPING);
    }

    @Test
    void mapsARawFileAndTellsOfEachRowWhatBecomesOfIt() throws IOException {
        Path file = gbk("GMSFHM,XM,XB,ZT\n" + NUMBER + ",王 小明,女,1\n" + NUMBER + ",王小明,?,1\n,,,0\nx,y\n");

        assertThat(map(Locale.ENGLISH, file)).isEqualTo(1);

        assertThat(out.toString())
                .contains("row 2: record", "王**", "110105********002X")
                .contains("row 3: rejected", "MAPPING-103", "[code]")
                .contains("row 4: left out")
                .contains("row 5: rejected", "[readable]")
                .contains("4 rows: 1 records, 0 deletions, 1 left out, 2 rejected")
                .doesNotContain(NUMBER, "小明");
    }

    @Test
    void showsPersonalValuesOnlyWhereAskedTo() throws IOException {
        Path file = gbk("GMSFHM,XM,XB,ZT\n" + NUMBER + ",王 小明,女,1\n");

        assertThat(map(Locale.ENGLISH, file, "--show-values", "--explain")).isZero();

        assertThat(out.toString())
                .contains(NUMBER, "王 小明", "王小明")
                .contains("| code(sex, map={男=1, 女=2})")
                .contains("accepted: mandatory, length 18, identifier citizen-number")
                .contains("sex-agrees-with-identity-number id-number")
                .contains("left out when (drafts)");
    }

    @Test
    void explainsOneRowAsData() throws IOException {
        Path file = gbk("GMSFHM,XM,XB,ZT\nx,y,女,1\n" + NUMBER + ",王 小明,女,1\n");

        assertThat(map(Locale.ENGLISH, file, "--explain", "--row", "3", "--format", "json"))
                .isZero();

        List<JsonNode> lines = lines();
        assertThat(lines).hasSize(2);
        JsonNode number = lines.get(0).at("/items/1");
        assertThat(number.path("item").asText()).isEqualTo("id-number");
        assertThat(number.path("at").asText()).endsWith("person.mapping.yaml:4:3");
        assertThat(number.at("/work/0/field").asText()).isEqualTo("GMSFHM");
        assertThat(number.at("/work/0/value").asText()).isEqualTo("110105********002X");
        assertThat(number.at("/catalogue/0/verdict").asText()).isEqualTo("accepted");
        assertThat(lines.get(1).at("/total/record").asInt()).isEqualTo(1);
    }

    @Test
    void tellsInChinese() throws IOException {
        Path file = gbk("GMSFHM,XM,XB,ZT\n" + NUMBER + ",王 小明,?,1\n");

        assertThat(map(Locale.SIMPLIFIED_CHINESE, file, "--explain")).isEqualTo(1);

        assertThat(out.toString()).contains("第 2 行：退回", "不上报的条件（drafts）", "不认识", "共 1 行");
    }

    @Test
    void refusesAFileThatTheSourceWouldNotTake() throws IOException {
        Path file = Files.writeString(directory.resolve("people.csv"), "GMSFHM,XM,XB,ZT\n1,王小明,女,1\n");

        assertThat(map(Locale.ENGLISH, file)).isEqualTo(1);
        assertThat(err.toString()).contains("people.csv", "ADAPTER-0");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tellsDoubtsAndLetsNoValueForgeALine() throws IOException {
        String doubtful = "449999198801010020";
        Path file = gbk("GMSFHM,XM,XB,ZT\n" + doubtful + ",\"王\u001b[31m\",女,1\n");

        assertThat(map(Locale.ENGLISH, file, "--show-values")).isZero();
        assertThat(out.toString()).contains("accepted with a doubt: SCHEMA-2").doesNotContain("\u001b");
    }

    @Test
    void refusesExamplesOfAMappingThatThereIsNot() throws IOException {
        Path example = Files.createDirectories(system.resolve("samples/persons/01-one"));
        Files.writeString(example.resolve("in.json"), "[]");
        Files.writeString(example.resolve("expected.json"), "[]");

        assertThat(execute(Locale.ENGLISH, "test", "people", "--systems", systems()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("✗ people/persons/01-one", "Did you mean 'people/person'", "1 examples, 1 different");
    }

    @Test
    void mapsRowsWrittenByHand() throws IOException {
        Path file = Files.writeString(
                directory.resolve("rows.json"), "\n [{\"GMSFHM\": \"" + NUMBER + "\", \"XM\": \"王\", \"XB\": \"女\"}]");

        assertThat(map(Locale.ENGLISH, file)).isZero();
    }

    @Test
    void tellsWhatWasMeant() throws IOException {
        Path file = gbk("GMSFHM,XM,XB,ZT\n");
        assertThat(execute(Locale.ENGLISH, "map", "poeple", "--systems", systems(), "--file", file.toString()))
                .isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "map", "people/persn", "--systems", systems(), "--file", file.toString()))
                .isEqualTo(2);
        assertThat(execute(Locale.ENGLISH, "map", "credit-office", "--file", file.toString()))
                .isEqualTo(2);
        assertThat(map(Locale.ENGLISH, directory.resolve("none.csv"))).isEqualTo(2);
        assertThat(map(Locale.ENGLISH, file, "--row", "7")).isEqualTo(2);

        assertThat(err.toString())
                .contains(DeployProblem.SYSTEM_UNKNOWN.code(), "Did you mean 'people'?")
                .contains("MAPPING-024", "Did you mean 'people/person'?")
                .contains(DeployProblem.MAPPING_NOT_NAMED.code(), "credit-office/administrative-licence")
                .contains(DeployProblem.FILE_MISSING.code(), DeployProblem.ROW_MISSING.code());
    }

    @Test
    void runsExamplesAndTellsEachDifferenceAndWhatNoExampleShows() throws IOException {
        Path raw = example("01-file", "in.csv", gbkBytes("GMSFHM,XM,XB,ZT\n" + NUMBER + ",王小明,女,1\n"));
        Files.writeString(
                raw.resolve("expected.json"),
                "[{\"record\": {\"id-number\": \"" + NUMBER
                        + "\", \"name\": \"王小\", \"sex\": \"2\", \"ethnicity\": \"01\", \"birth-date\": \"1949-12-31\"}}]");

        assertThat(test(Locale.ENGLISH)).isEqualTo(1);
        assertThat(out.toString())
                .contains("✗ people/person/01-file", "row 1, name", "expected  \"王*\"", "came out  \"王**\"")
                .contains("people/person: ", "drafts: no example satisfies ZT is '0'")
                .contains("no example has the word '男'")
                .contains("1 examples, 1 different, 0 updated");
    }

    @Test
    void goesOnAfterAnExampleThatCannotBeReadAndMasksPersonalValues() throws IOException {
        byte[] row = ("[{\"GMSFHM\": \"" + NUMBER + "\", \"XM\": \"王小明\", \"XB\": \"女\", \"ZT\": \"1\"}]")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Path broken = example("01-broken", "in.json", "[{]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Files.writeString(broken.resolve("expected.json"), "[]");
        example("02-not-written", "in.json", row);
        Path other = example("03-other", "in.json", row);
        Files.writeString(other.resolve("expected.json"), "[{\"left-out\": {}}]");

        assertThat(test(Locale.ENGLISH)).isEqualTo(1);
        assertThat(out.toString())
                .contains("✗ people/person/01-broken", "in.json:1:3  MAPPING-080")
                .contains("✗ people/person/02-not-written", "MAPPING-086", "--update")
                .contains("✗ people/person/03-other", "110105********002X", "王**")
                .contains("3 examples, 3 different, 0 updated")
                .doesNotContain(NUMBER, "王小明");

        assertThat(test(Locale.ENGLISH, "--show-values")).isEqualTo(1);
        assertThat(out.toString()).contains(NUMBER, "王小明");
    }

    @Test
    void writesWhatComesOutWhereAskedToAndThenAllIsAsExpected() throws IOException {
        Path folder = example("01-file", "in.csv", gbkBytes("GMSFHM,XM,XB,ZT\n" + NUMBER + ",王小明,女,1\n"));

        assertThat(test(Locale.ENGLISH, "--update", "--format", "json")).isZero();
        assertThat(lines().get(0).path("updated").asBoolean()).isTrue();
        String written = Files.readString(folder.resolve("expected.json"));
        assertThat(written).contains("\"sex\": \"2\",\n");

        assertThat(test(Locale.ENGLISH, "--update", "--format", "json")).isZero();
        assertThat(lines().get(0).path("updated").asBoolean()).isFalse();
        assertThat(lines().get(1).at("/coverage/gaps")).isNotEmpty();
        assertThat(folder.resolve("expected.json")).hasContent(written);
    }

    @Test
    void tellsWhichSystemsFillAnItemAndWhichFieldsDecide() {
        assertThat(lineage("person/sex")).isZero();
        assertThat(out.toString())
                .contains("person/sex 性别", "people/person  XB | code(sex, map={男=1, 女=2})", "from XB")
                .contains("household-register/person  XB |", "person.mapping.yaml:6:3")
                .contains("sex-agrees-with-identity-number (sex, id-number)");
    }

    @Test
    void tellsWhatDependsOnAField() {
        assertThat(lineage("people/GMSFHM")).isZero();
        assertThat(out.toString())
                .contains("person/id-number  GMSFHM | trim", "person/birth-date  GMSFHM | characters(7, 14)")
                .contains("birth-date-agrees-with-identity-number (birth-date, id-number)")
                .doesNotContain("household-register");

        assertThat(lineage("people/ZT")).isZero();
        assertThat(out.toString()).contains("left out when (drafts)  ZT is '0'", "decided by ZT");

        assertThat(lineage("household-register/RYBH")).isZero();
        assertThat(out.toString()).contains("RYBH is not used (internal key of the register)");
    }

    @Test
    void tellsLineageAsData() {
        assertThat(lineage("people", "--format", "json")).isZero();
        JsonNode sex = lines().stream()
                .filter(line -> line.path("item").asText().equals("sex"))
                .findFirst()
                .orElseThrow();
        assertThat(sex.at("/values/0").asText()).isEqualTo("XB");
        assertThat(sex.at("/functions/0").asText()).isEqualTo("code(sex, map={男=1, 女=2})");
        assertThat(sex.at("/catalogue/0/items/1").asText()).isEqualTo("id-number");

        out = new StringWriter();
        assertThat(lineage("people", "--format", "openlineage")).isZero();
        JsonNode facet = lines().get(0).at("/outputs/0/facets/columnLineage");
        assertThat(facet.at("/fields/sex/inputFields/0/field").asText()).isEqualTo("XB");
        assertThat(facet.at("/dataset/0/transformations/0/subtype").asText()).isEqualTo("FILTER");
    }

    @Test
    void tellsThatThereIsNothingToFollow() {
        assertThat(lineage("person/sec")).isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.NOTHING_TO_FOLLOW.code(), "Did you mean 'person/sex'?");
    }

    @Test
    void explainsProblemsAndFunctionsAndListsBoth() {
        assertThat(execute(Locale.ENGLISH, "explain", "mapping-010")).isZero();
        assertThat(out.toString()).contains("MAPPING-010", "What it means", "Likely causes", "An example", "ignore");
        assertThat(execute(Locale.SIMPLIFIED_CHINESE, "explain", "MAPPING-010")).isZero();
        assertThat(out.toString()).contains("可能原因", "处理办法");
        assertThat(execute(Locale.ENGLISH, "explain", "pad-left")).isZero();
        assertThat(out.toString()).contains("## pad-left", "`001234`");

        out = new StringWriter();
        assertThat(execute(Locale.ENGLISH, "explain")).isZero();
        assertThat(out.toString()).contains("SCHEMA-101", "DEPLOY-034", "pad-left(characters");
        assertThat(execute(Locale.ENGLISH, "explain", "MAPPING-99")).isEqualTo(2);
        assertThat(err.toString()).contains(DeployProblem.NOTHING_TO_EXPLAIN.code(), "Did you mean 'MAPPING-0");
    }

    @Test
    void validatesAllOfAMappingAtOnceWithAMarkBelowEachPlace() throws IOException {
        assertThat(execute(Locale.ENGLISH, "validate", "people", "--systems", systems()))
                .isZero();
        Files.writeString(
                system.resolve("person.mapping.yaml"),
                MAPPING.replace("remove-blanks", "remove-blank").replace("sex: XB", "sec: XB"));

        assertThat(execute(Locale.ENGLISH, "validate", "people", "--systems", systems()))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains(
                        "people: 0 findings", "person.mapping.yaml:5:14  MAPPING-015", "Did you mean 'remove-blanks'?")
                .contains("     5 |   name: XM | remove-blank\n" + " ".repeat(22) + "^^^^^^^^^^^^\n")
                .contains("     6 |   sec: XB", "MAPPING-008", "people: 3 findings");
        assertThat(execute(Locale.ENGLISH, "validate", "poeple", "--systems", systems()))
                .isEqualTo(2);
    }

    @Test
    void tellsWhatIsWrongWithTheMappingThoughTheAdapterCannotBeRead() throws IOException {
        Files.writeString(system.resolve("adapter.yaml"), ADAPTER.replace("protocol: ftp", "protocol：ftp"));
        Files.writeString(system.resolve("person.mapping.yaml"), MAPPING.replace("remove-blanks", "remove-blank"));

        assertThat(execute(Locale.ENGLISH, "validate", "people", "--systems", systems()))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains(
                        "adapter.yaml:5:9  SCHEMA-052", "person.mapping.yaml:5:14  MAPPING-015", "people: 2 findings");
    }

    @Test
    void knowsTheFolderOfASystemFromAFolderOfSystems() {
        assertThat(execute(Locale.ENGLISH, "validate", "people", "--systems", system.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(DeployProblem.FOLDER_OF_ONE_SYSTEM.code(), "Name the folder around it: '" + systems() + "'.");
    }

    @Test
    void runsTheExamplesThatShip() {
        assertThat(execute(Locale.ENGLISH, "test")).isZero();
        assertThat(out.toString()).contains("✓ household-register/person/", "✓ land-office/land-parcel/");
    }

    private int map(Locale locale, Path file, String... more) {
        return execute(
                locale, concat(List.of("map", "people", "--systems", systems(), "--file", file.toString()), more));
    }

    private int test(Locale locale, String... more) {
        out = new StringWriter();
        return execute(locale, concat(List.of("test", "people", "--systems", systems()), more));
    }

    private int lineage(String name, String... more) {
        return execute(Locale.ENGLISH, concat(List.of("lineage", name, "--systems", systems()), more));
    }

    private static String[] concat(List<String> some, String... more) {
        return java.util.stream.Stream.concat(some.stream(), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    private String systems() {
        return directory.resolve("systems").toString();
    }

    private Path example(String name, String file, byte[] content) throws IOException {
        Path folder = Files.createDirectories(system.resolve("samples/person").resolve(name));
        Files.write(folder.resolve(file), content);
        return folder;
    }

    private Path gbk(String text) throws IOException {
        return Files.write(directory.resolve("people.csv"), gbkBytes(text));
    }

    private static byte[] gbkBytes(String text) {
        return text.getBytes(Charset.forName("GBK"));
    }

    private List<JsonNode> lines() {
        ObjectMapper json = new ObjectMapper();
        return out.toString()
                .lines()
                .map(line -> {
                    try {
                        return json.readTree(line);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private int execute(Locale locale, String... arguments) {
        return new BusCommandLine(new PrintWriter(out, true), new PrintWriter(err, true), locale).execute(arguments);
    }
}
