package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.exchangebus.transformers.mapping.Things.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.transformers.function.Functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    private static final List<String> FIELDS = List.of("甲", "B b", "C>c");

    /** Maps a row of three fields, all of them used, with one item as it is given in long or short. */
    private static MappedChunk map(String item, String more, String... cells) {
        String text = """
                summary: One item.
                resource: thing
                items:
                  id: "'1'"
                  sex:
                    choose:
                      - when: 甲 is empty and <B b> is empty and <C>>c> is empty
                        then: nothing
                      - otherwise: "'1'"
                  name:%s
                %s""".formatted(item, more);
        String[] row = {"b", "b", "c"};
        System.arraycopy(cells, 0, row, 0, cells.length);
        return Things.mapping(text, FIELDS).apply(Things.chunk(FIELDS, row(row)));
    }

    private static String name(MappedChunk mapped) {
        RecordChunk.Reader reader = mapped.records().read();
        Cells cells = new Cells(mapped.records().items().size());
        if (!reader.next()) {
            return mapped.rejections().get(0).rule();
        }
        reader.show(cells);
        return cells.text(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "甲~b",
                "<甲>~b",
                "<B b>|upper~B",
                "<C>>c> | upper~C",
                "\"'it''s'\"~it's",
                "join(甲, <B b>, with=' - ')~b - b",
                "join(甲, nothing, \"x\" | null-when(x))~SYNTAX",
                "join(甲, 'x', <B b> | upper, with='')~bxB",
                "join(甲 | null-when(b), <B b> | null-when(b), with=',')~mandatory",
                "join(甲 | null-when(b), <C>>c>, with=',')~c",
                "first(甲 | null-when(b), nothing, <C>>c>)~c",
                "first(甲 | null-when(b), first(nothing, '深'))~深",
                "first(甲 | code(sex), <C>>c>)~code",
                "nothing | default(x)~x",
                "\"'a' | prefix('b')\"~ba"
            })
    void valuesComeFromFieldsConstantsAndSeveral(String value, String result) {
        if (result.equals("SYNTAX")) {
            assertThat(Things.findings(Things.GOOD.replace("NAME | trim", value)))
                    .isNotEmpty();
        } else {
            assertThat(name(map(" " + value, ""))).isEqualTo(result);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "甲 is '1'~1~true",
                "甲 is 1~1~true",
                "甲 is '1'~01~false",
                "甲 is not '1'~2~true",
                "甲 is not '1'~~true",
                "甲 is '1'~~false",
                "甲 is empty~~true",
                "甲 is empty~' '~false",
                "甲 | trim is empty~' '~true",
                "甲 is not empty~x~true",
                "甲 is one of '1', 2~2~true",
                "甲 is not one of '1', 2~2~false",
                "甲 starts with ab~ab~true",
                "甲 starts with ab~x~false",
                "甲 is x and <B b> is b~x~true",
                "甲 is x and <B b> is c~x~false",
                "甲 is 1 or 甲 is x and <B b> is c~1~true",
                "(甲 is 1 or 甲 is x) and <B b> is c~1~false",
                "not (甲 is 1 or 甲 is x)~2~true",
                "not (甲 is 1)~1~false",
                "甲 is 'empty'~~false"
            })
    void conditionsSayWhatTheyRead(String condition, String value, boolean holds) {
        MappedChunk mapped = map(
                " \"'x'\"",
                "leave-out:\n  - when: " + condition + "\n    because: it says so\n",
                value == null ? "" : value);

        assertThat(mapped.filtered() == 1).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"1, 'one'", "2, 'two: b'", "x, 'mandatory'"})
    void theFirstConditionThatHoldsChooses(String value, String result) {
        String choose = """

                    choose:
                      - when: 甲 is '1'
                        then: "'one'"
                      - when: 甲 is '2'
                        then: join('two:', <B b>, with=' ')
                      - otherwise: nothing
                    note: an example
                """;

        assertThat(name(map(choose, "", value))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"'    apply: trim | upper'", "'    apply: [trim, upper]'", "'    apply:\n      - trim\n      - upper'"})
    void inLongStepsAreALineOrAList(String apply) {
        assertThat(name(map("\n    from: <B b>\n" + apply + "\n", "", "x", " b ")))
                .isEqualTo("B");
    }

    @Test
    void aDamagedMappingIsToldAndNeverThrowsAnythingElse() {
        String whole = Things.GOOD + """
                waive: {sex: none}
                leave-out:
                  - when: (NAME is one of 'a', 'b' or MORE starts with <x>) and not (ID is empty)
                    because: no
                delete: [{when: "ID | trim is 'x'", because: no}]
                """;
        String signs = "\n :|'\"<>()[]{},=&*!#-%@`?~aT\t甲\u0000";
        Random random = new Random(1449);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(whole);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                int at = random.nextInt(text.length());
                int end = Math.min(text.length(), at + random.nextInt(4));
                text.replace(at, end, "" + signs.charAt(random.nextInt(signs.length())));
            }

            assertThatCode(() -> Things.findings(text.toString()))
                    .as(text.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theExampleOfTheReadmeIsReadWithoutAFinding() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String yaml = readme.substring(
                readme.indexOf("```yaml\n") + 8, readme.indexOf("```\n", readme.indexOf("```yaml") + 7));
        List<Finding> findings = new ArrayList<>();

        MappingFile file = new MappingReader(
                        "README.md",
                        (place, problem, arguments) -> findings.add(Finding.of(place.text(), problem, arguments)))
                .read(yaml);

        assertThat(findings).isEmpty();
        assertThat(file).isNotNull();
        assertThat(file.items()).hasSizeGreaterThan(8);
        assertThat(Functions.names()).allSatisfy(name -> assertThat(readme).containsPattern("`" + name + "[`(]"));
    }
}
