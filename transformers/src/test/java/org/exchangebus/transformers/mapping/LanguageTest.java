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
import org.exchangebus.transformers.problem.ValueProblem;
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
                "甲 ends with ab~xab~true",
                "甲 ends with ab~b~false",
                "甲 ends with ab~~false",
                "甲 contains ab~xabx~true",
                "甲 contains ab~axb~false",
                "甲 contains ab~~false",
                "not (甲 contains ab)~x~true",
                "甲 | number is less than 10~9.5~true",
                "甲 | number is less than 10~10~false",
                "甲 | number is less than 10~~false",
                "甲 | number is less than -2~-10~true",
                "甲 | number is greater than 1.5~1.50001~true",
                "甲 | number is greater than -1~-2~false",
                "甲 | number is at least 100~100~true",
                "甲 | number is at most 0~0.1~false",
                "甲 | number is not at most 0~0.1~true",
                "甲 | number is (<B b> | null-when(b) | number)~1~false",
                "甲 | date(yyyyMMdd) is less than 2000-01-01~19991231~true",
                "甲 | date(yyyyMMdd) is at least (<B b> | null-when(b) | default('20000101') | date(yyyyMMdd))~20000101~true",
                "甲 is (<B b>)~b~true",
                "甲 is not (<B b>)~c~true",
                "甲 is (<B b>)~~false",
                "甲 is less~less~true",
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
    @CsvSource(
            delimiter = '~',
            value = {
                "xml('/m/n')~<m><n>a</n></m>~a",
                "xml('/m/n', all='+') | upper~<m><n>a</n><n/><n>b</n></m>~A+B",
                "xml('/m/n')~<m><n>a</n><n>b</n></m>~xml",
                "xml('/m/x')~<m/>~mandatory",
                "json('/a/0') | xml('/n')~{\"a\":[\"<n>x</n>\"]}~x",
                "json('/a')~{\"a\":12.50}~12.50",
                "json('/a')~[~json",
                "bytes(1, 3, GBK) | trim~样 a~样",
                "bytes(2, 4, GBK)~样 a~bytes",
                "lookup(grade, column=label)~甲~优",
                "lookup(grade, column=label)~乙~mandatory",
                "lookup(grade, column=code)~丙~lookup",
                "lookup(short)~a~A"
            })
    void stepsTakeDocumentsPositionsAndTables(String steps, String value, String result) {
        String tables = """
                tables:
                  grade: grades.csv
                  short:
                    - {from: a, to: A}
                    - {from: b, to: B}
                """;

        assertThat(name(map(" 甲 | " + steps, tables, value))).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "field['甲'] + '-' + field['B b']~b-b",
                "field['甲'] == 'b' ? 'x' : ''~x",
                "size(field['甲']) * 2~2",
                "field['甲'].startsWith('b') && !(field['甲'] in ['c', 'd'])~true",
                "string(int(field['甲']) + 1)~expression",
                "string(int(field['甲'] + '12') + 1)~expression",
                "string(int('12') + size(field['甲']))~13",
                "string(int('１２'))~expression",
                "string(int('١٢'))~expression",
                "string(int('99999999999999999999'))~expression",
                "string(1 / (size(field['甲']) - 1))~expression",
                "9223372036854775807 + size(field['甲']) > 0~expression",
                "field['甲'] == '' ? 'x' : ''~mandatory"
            })
    void anExpressionIsWorkedOutForEachRow(String expression, String result) {
        assertThat(name(map("\n    expression: >-\n      " + expression + "\n", "")))
                .isEqualTo(result);
    }

    private static final String HOUSEHOLD =
            "<h no='7'><m id='1'><n>王</n><p>1</p><p>2</p><a>1.50</a></m>" + "<m id='2'><n>\"李\"</n></m><m/></h>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "items: {b: 甲, a: \"'x'\"}~{\"a\":\"x\",\"b\":\"V\"}",
                "items: {b: nothing}~-",
                "each: 甲 | xml('/h/m'), items: {name: each(n), id: each('@id')}"
                        + "~[{\"id\":\"1\",\"name\":\"王\"},{\"id\":\"2\",\"name\":\"\\\"李\\\"\"}]",
                "each: 甲 | xml('/h/m'), items: {a: each(a) | number, x: \"each(n) | true-false(true=[王], false=['\\\"李\\\"'])\"}"
                        + "~[{\"a\":1.5,\"x\":true},{\"x\":false}]",
                "each: 甲 | xml('/h/m/p'), from: each('.')~[\"1\",\"2\"]",
                "each: 甲 | xml('/h/none'), from: each('.')~-",
                "each: 甲 | xml('/h/m'), items: {phones: {each: each(p), from: each('.') | prefix('+')}}"
                        + "~[{\"phones\":[\"+1\",\"+2\"]}]",
                "each: 甲 | xml('/h/m'), items: {group: {items: {no: 甲 | xml('/h/@no'), n: each(n)}}}"
                        + "~[{\"group\":{\"n\":\"王\",\"no\":\"7\"}},{\"group\":{\"n\":\"\\\"李\\\"\",\"no\":\"7\"}},{\"group\":{\"no\":\"7\"}}]",
                "each: 甲 | xml('/h/m'), items: {p: each(p)}~each",
                "each: 甲 | xml('/h/m'), items: {p: each('.')}~each",
                "each: 甲 | json('/h/m'), items: {p: each(p)}~json",
                "each: <B b> | null-when(b) | json('/h/m'), items: {p: each(p)}~-"
            })
    void nestedAndRepeatedItemsAreCanonicalJson(String item, String result) {
        String text = """
                summary: One item.
                resource: thing
                items:
                  id: "'1'"
                  name: "'n'"
                  sex:
                    choose:
                      - when: 甲 is empty and <B b> is empty and <C>>c> is empty
                        then: nothing
                      - otherwise: "'1'"
                  parts: {%s}
                """.formatted(item);
        String value = item.startsWith("items") ? "V" : HOUSEHOLD;

        MappedChunk mapped = Things.mapping(text, FIELDS).apply(Things.chunk(FIELDS, row(value, "b", "c")));

        String parts;
        if (mapped.rejections().isEmpty()) {
            Cells cells = new Cells(mapped.records().items().size());
            RecordChunk.Reader reader = mapped.records().read();
            reader.next();
            reader.show(cells);
            parts = cells.text(7) == null ? "-" : cells.text(7);
        } else {
            assertThat(mapped.rejections().get(0).item()).isEqualTo("parts");
            parts = mapped.rejections().get(0).rule();
        }
        assertThat(parts).isEqualTo(result);
    }

    @Test
    void aStructureIsBounded() {
        String text = Things.GOOD.replace("ignore:\n  MORE: not wanted\n", "")
                + "  parts:\n    each: MORE | json('/a')\n    from: each('.')\n";
        String more = "{\"a\":[" + "\"0123456789\",".repeat(90_000) + "1]}";

        MappedChunk mapped =
                Things.mapping(text, Things.FIELDS).apply(Things.chunk(Things.FIELDS, row("1", "n", more)));

        assertThat(mapped.rejections()).singleElement().satisfies(rejection -> assertThat(rejection.problem())
                .isEqualTo(ValueProblem.STRUCTURE_TOO_LONG));
    }

    @Test
    void stepsThatMultiplyATextRejectTheRowAndDisturbNoOther() {
        String longer = "replace('a', '" + "a".repeat(1000) + "')";
        String text = Things.GOOD.replace("NAME | trim", "NAME | " + String.join(" | ", longer, longer, longer));

        MappedChunk mapped = Things.mapping(text, Things.FIELDS)
                .apply(Things.chunk(Things.FIELDS, row("1", "a", "m"), row("2", "b", "m")));

        assertThat(mapped.records().count()).isEqualTo(1);
        assertThat(mapped.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.problem()).isEqualTo(ValueProblem.VALUE_TOO_LARGE);
            assertThat(rejection.item()).isEqualTo("name");
        });
    }

    @Test
    void whatAPersonalItemIsMadeOfIsMaskedInTheMessagesOfOthers() {
        String text = Things.GOOD.replace("name: NAME | trim", "name: NAME | trim\n  amount: NAME | number");

        MappedChunk mapped =
                Things.mapping(text, Things.FIELDS).apply(Things.chunk(Things.FIELDS, row("1", "王样例", "m")));

        assertThat(mapped.rejections()).singleElement().satisfies(rejection -> assertThat(rejection.arguments())
                .startsWith("amount", "***"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.5 == 1.5 ? V : V | floating point", "string(int(1.9)) | floating point", "V + '1' | -"})
    void anExpressionHasNoFloatingPoint(String expression, String told) {
        String text = Things.GOOD
                .replace("name: NAME | trim", "name:\n    expression: \"" + expression + "\"")
                .replace("V", "NAME");

        assertThat(Things.findings(text).stream().map(f -> String.join(" ", f.arguments())))
                .satisfies(findings -> assertThat(String.join(" ", findings)).contains(told.replace("-", "")));
        assertThat(Things.findings(text).isEmpty()).isEqualTo(told.equals("-"));
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
                        name -> null,
                        (place, problem, arguments) -> findings.add(Finding.of(place.text(), problem, arguments)))
                .read(yaml);

        assertThat(findings).isEmpty();
        assertThat(file).isNotNull();
        assertThat(file.items()).hasSizeGreaterThan(8);
        assertThat(Functions.names()).allSatisfy(name -> assertThat(readme).containsPattern("`" + name + "[`(]"));
    }
}
