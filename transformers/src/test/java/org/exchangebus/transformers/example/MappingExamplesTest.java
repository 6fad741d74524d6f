package org.exchangebus.transformers.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Mappings;
import org.exchangebus.transformers.problem.ExampleProblem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MappingExamplesTest {

    private static final List<String> FIELDS =
            List.of("RYID", "GMSFHM", "XM", "XB", "MZ", "CSRQ", "SSXQ", "住址 (详)", "QFJG", "YXQXJZRQ", "HZBZ", "ZT");

    private static final RawSamples LINES = (system, mapping, file) -> {
        if (Files.size(file) == 0) {
            throw new ProblemException(Finding.of(file.toString(), MappingProblem.NO_FIELDS));
        }
        Rows.Builder rows = new Rows.Builder(FIELDS, file.toString(), 2);
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                rows.badRow(new Rows.BadRow(i + 1L, ValueProblem.TOO_SHORT, List.of(), new byte[0]));
            } else {
                for (String field : FIELDS) {
                    rows.cell(field.equals("ZT") ? lines.get(i) : null);
                }
                rows.endRow(i + 1L);
            }
        }
        return List.of(rows.build());
    };

    @TempDir
    Path folder;

    private static SystemFolder system() {
        try {
            return new SystemFolder(Path.of(MappingExamplesTest.class
                    .getResource("/mappings/household-register")
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Mapping mapping() {
        return new Mappings(Catalogue.bundled(), List.of(system()), (system, mapping) -> FIELDS)
                .mapping("household-register", "person");
    }

    static List<MappingExample> examples() throws IOException {
        List<MappingExample> examples = MappingExample.of(system());
        assertThat(examples).isNotEmpty();
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleBecomesWhatIsExpected(MappingExample example) throws IOException {
        assertThat(tried().differences(example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsWrittenIsWhatIsExpectedNextTimeAndIsNotWrittenAgain(MappingExample example) throws IOException {
        MappingExample again = example(Files.readString(example.in()), "in.json");
        assertThat(tried().update(again)).isTrue();
        String written = Files.readString(again.expected());

        assertThat(tried().differences(again)).isEmpty();
        assertThat(tried().update(again)).isFalse();
        assertThat(again.expected()).hasContent(written.strip());
    }

    @Test
    void touchesNoFileThatSaysTheSameInAnotherForm() throws IOException {
        MappingExample example = example("[{\"ZT\": \"0\"}]", "in.json");
        Files.writeString(example.expected(), "[ {\"left-out\":   {}} ]");

        assertThat(tried().update(example)).isFalse();
        assertThat(example.expected()).hasContent("[ {\"left-out\":   {}} ]");
    }

    @Test
    void tellsEachRowThatCameOutDifferently() throws IOException {
        MappingExample example = example("[{\"ZT\": \"0\"}, {\"ZT\": \"0\"}]", "in.json");
        Files.writeString(example.expected(), "[{\"left-out\": {}}, {\"record\": {\"name\": \"张三\"}}]");

        assertThat(tried().differences(example))
                .hasToString("[row 2: expected {\"record\":{\"name\":\"张三\"}} but was {\"left-out\":{}}]");
    }

    @Test
    void tellsEachItemThatCameOutDifferently() throws IOException {
        MappingExample ordinary = examples().get(0);
        MappingExample example = example(Files.readString(ordinary.in()), "in.json");
        String expected = Files.readString(ordinary.expected());
        assertThat(expected).contains("\"sex\": \"1\"");
        Files.writeString(
                example.expected(),
                expected.replaceFirst("\"sex\": \"1\"", "\"sex\": \"9\", \"death-date\": \"2020-01-01\""));

        assertThat(tried().differences(example))
                .extracting(Difference::toString)
                .containsExactly(
                        "row 3, death-date: expected \"2020-01-01\" but was nothing",
                        "row 3, sex: expected \"9\" but was \"1\"");
    }

    @Test
    void tellsRowsThatAreExpectedAndDoNotCome() throws IOException {
        MappingExample example = example("[{\"ZT\": \"0\"}]", "in.json");
        Files.writeString(example.expected(), "[{\"left-out\": {}}, {\"left-out\": {}}]");

        assertThat(tried().differences(example)).hasToString("[row 2: expected {\"left-out\":{}} but was nothing]");
    }

    @Test
    void readsRawSamplesAsTheSourceDoesAndTellsOfTheirBadRowsInTheirPlace() throws IOException {
        MappingExample example = example("0\n\n0\n", "in.lines");
        assertThat(example.isRaw()).isTrue();
        assertThat(tried().update(example)).isTrue();

        assertThat(Files.readString(example.expected()).replaceAll("\\s", ""))
                .isEqualTo(
                        "[{\"left-out\":{}},{\"rejected\":{\"item\":null,\"rule\":\"readable\"}},{\"left-out\":{}}]");
    }

    @Test
    void expectsARawSampleToBeRefusedWhereTheSourceWouldNotTakeIt() throws IOException {
        MappingExample example = example("", "in.lines");
        Files.writeString(example.expected(), "[{\"refused\": \"MAPPING-026\"}]");

        assertThat(tried().differences(example)).isEmpty();
    }

    @Test
    void refusesRowsThatTheSourceCouldNotHaveSent() throws IOException {
        assertThat(refusal("[{\"ZT\": 0, \"ZTT\": \"1\"}]"))
                .contains(ExampleProblem.CELL_NOT_TEXT.code(), ExampleProblem.UNKNOWN_FIELD.code())
                .contains("in.json row 1", "Did you mean 'ZT'?");
        assertThat(refusal("{}")).contains(ExampleProblem.UNREADABLE.code());
        assertThat(refusal("[{\"ZT\": }]")).contains("in.json:1:9  " + ExampleProblem.UNREADABLE.code());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`[{\"ZT\": \"0\"`, MAPPING-080, `结尾处还有未结束的引号或括号`",
                "`[{\"ZT\": \"0\", \"ZT\": \"1\"}]`, MAPPING-080, `名称 “ZT” 在一行中重复出现`",
                "`[{\"ZT\": 无}]`, MAPPING-080, `“无” 不是双引号中的文本`",
                "`[{\"ZT\"：\"0\"}]`, MAPPING-080, `此处不应有 “：”`",
                "`[{\"ZT\": \"0\n\"}]`, MAPPING-080, `文本中有换行或制表符`",
                "`[{\"ZT\": \"0\"}] []`, MAPPING-080, `结尾之后还有内容`",
                "`{\"ZT\": \"0\"}`, MAPPING-080, `不是行的列表`",
                "`[[]]`, MAPPING-083, `一行不是字段的映射表`",
                "`[\"0\"]`, MAPPING-083, `一行不是字段的映射表`",
                "`[{\"ZT\": \"a\\ud800b\"}]`, MAPPING-084, `“ZT” 含有半个字符`",
            })
    void refusesRowsInWholeChineseToo(String rows, String code, String says) throws IOException {
        MappingExample example = example(rows, "in.json");

        String told = catchThrowableOfType(ProblemException.class, () -> tried().differences(example))
                .render(Locale.CHINESE);

        assertThat(told).contains(code, says);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`[{\"recrod\": {}}]`, `Did you mean 'record'?`",
                "`[{\"rejected\": {\"itme\": \"sex\", \"rule\": \"code\"}}]`, `Did you mean 'item'?`",
                "`[{\"rejected\": [{\"item\": \"sex\", \"rules\": \"code\"}]}]`, `Did you mean 'rule'?`",
                "`[{}]`, MAPPING-085",
                "`[{\"record\": {}, \"delete\": {}}]`, MAPPING-085",
                "`[\"record\"]`, MAPPING-085",
                "`{\"record\": {}}`, `no list of outcomes`",
            })
    void refusesExpectationsThatNoRowCanMeet(String expected, String says) throws IOException {
        MappingExample example = example("[{\"ZT\": \"0\"}]", "in.json");
        Files.writeString(example.expected(), expected);

        assertThat(catchThrowableOfType(ProblemException.class, () -> tried().differences(example)))
                .hasMessageContaining(says);
    }

    @Test
    void tellsThatNothingIsExpectedYet() throws IOException {
        MappingExample example = example("[{\"ZT\": \"0\"}]", "in.json");

        assertThat(catchThrowableOfType(ProblemException.class, () -> tried().differences(example)))
                .hasMessageContaining("expected.json  " + ExampleProblem.NO_EXPECTATION.code());
    }

    @Test
    void refusesExpectationsThatAreNoJson() throws IOException {
        MappingExample example = example("[{\"ZT\": \"0\"}]", "in.json");
        Files.writeString(example.expected(), "[");

        assertThat(catchThrowableOfType(ProblemException.class, () -> tried().differences(example)))
                .hasMessageContaining("expected.json:1:2  MAPPING-080");
    }

    private String refusal(String rows) throws IOException {
        MappingExample example = example(rows, "in.json");
        return catchThrowableOfType(ProblemException.class, () -> tried().differences(example))
                .render(Locale.ENGLISH);
    }

    private MappingExample example(String rows, String name) throws IOException {
        Path in = Files.writeString(folder.resolve(name), rows);
        return new MappingExample("household-register", "person", folder, in);
    }

    private static MappingExamples tried() {
        return new MappingExamples(mapping(), LINES);
    }
}
