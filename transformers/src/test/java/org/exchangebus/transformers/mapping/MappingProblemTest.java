package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.exchangebus.transformers.mapping.Things.FIELDS;
import static org.exchangebus.transformers.mapping.Things.GOOD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.YamlProblem;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.problem.MappingProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each problem is provoked here; a problem without a line below fails the last test. */
class MappingProblemTest {

    record Provoked(MappingProblem problem, String text, String where, String says) {
        @Override
        public String toString() {
            return problem + " " + says;
        }
    }

    private static Provoked with(MappingProblem problem, String good, String bad, String where, String says) {
        assertThat(GOOD).contains(good);
        return new Provoked(problem, GOOD.replace(good, bad), where, says);
    }

    private static Provoked item(MappingProblem problem, String line, String where, String says) {
        return with(problem, "  name: NAME | trim\n", "  name: NAME | trim\n  " + line + "\n", where, says);
    }

    /** In an expression, in line 6. */
    private static Provoked cel(String expression, String where, String says) {
        String line = "sex: {expression: \"" + expression + "\"}";
        return item(MappingProblem.EXPRESSION_WRONG, line, where, says);
    }

    /** In a condition, in line 9. */
    private static Provoked rule(MappingProblem problem, String condition, String where, String says) {
        String text = GOOD + "leave-out:\n  - when: " + condition + "\n    because: no\n";
        return new Provoked(problem, text, where, says);
    }

    /** In a table beside the mapping. */
    private static Provoked inTable(MappingProblem problem, String table, String where, String says) {
        String text = GOOD.replace("resource:", "tables: {t: " + table + "}\nresource:");
        return new Provoked(problem, text, table + ":" + where, says);
    }

    static Stream<Provoked> provoked() {
        return Stream.of(
                with(MappingProblem.UNREADABLE, "ID | trim", "!x!y ID", "4:7", "found undefined tag handle"),
                with(MappingProblem.UNKNOWN_KEY, "ignore:", "ignored:", "6:1", "Did you mean 'ignore'?"),
                with(MappingProblem.MISSING_KEY, "summary: Things of the warehouse.\n", "", "1:1", "'summary'"),
                with(MappingProblem.EMPTY_TEXT, "not wanted", "", "7:3", "'MORE' has no text"),
                with(
                        MappingProblem.WRONG_ARGUMENT,
                        "NAME | trim",
                        "NAME | remove('')",
                        "5:23",
                        "cannot use an empty text as"),
                with(MappingProblem.WRONG_SHAPE, "resource: thing", "resource: [thing]", "2:11", "holds a list"),
                with(MappingProblem.DUPLICATE_KEY, "  name: N", "  id: ID\n  name: N", "5:3", "'id' stands here twice"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME |", "5:15", "found the end where the name of a"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME trim", "5:14", "found 'trim' where '|'"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME | remove('-", "5:25", "where ''' belongs"),
                with(MappingProblem.SYNTAX, "NAME | trim", "'NAME | pad-left(3'", "5:27", "where ')' belongs"),
                with(MappingProblem.SYNTAX, "NAME | trim", "concat(NAME)", "5:9", "found 'concat'"),
                with(MappingProblem.SYNTAX, "NAME | trim", "<NA", "5:12", "where '>' belongs"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME | default(‘无’)", "5:24", "where ''' belongs"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME | remove(\"Y\")", "5:23", "where ''' belongs"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME | replace('a'，'b')", "5:27", "where ',' belongs"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME | null-when(无、缺)", "5:27", "where ',' belongs"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME | trim（）", "5:20", "where '(' belongs"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME > 3", "5:14", "found '>'"),
                with(MappingProblem.SYNTAX, "NAME | trim", "NAME | translate({a=b, a=c})", "5:32", "found 'a'"),
                with(
                        MappingProblem.SYNTAX,
                        "NAME | trim",
                        "first(".repeat(21) + "NAME" + ")".repeat(21),
                        "5:134",
                        "less nesting"),
                with(MappingProblem.UNKNOWN_RESOURCE, "thing\n", "thin\n", "2:11", "Did you mean 'thing'?"),
                with(MappingProblem.UNKNOWN_ITEM, "  name:", "  nam:", "5:3", "Did you mean 'name'?"),
                with(MappingProblem.UNKNOWN_ITEM, "  name:", "  XM:", "5:3", "Did you mean 'name'?"),
                with(
                        MappingProblem.UNKNOWN_ITEM,
                        "  name:",
                        "  telephone:",
                        "5:3",
                        "not in resource 'thing'.\n    Known: "),
                with(MappingProblem.UNKNOWN_FIELD, "NAME | trim", "NAEM | trim", "5:9", "Did you mean 'NAME'?"),
                with(MappingProblem.UNUSED_FIELD, "ignore:\n  MORE: not wanted\n", "", "3:1", "field 'MORE'"),
                with(
                        MappingProblem.MISSING_ITEM,
                        "  name: NAME | trim\n",
                        "",
                        "3:1",
                        "item 'name' of resource 'thing'"),
                with(
                        MappingProblem.WAIVED_BUT_SET,
                        "ignore:",
                        "waive: {name: none}\nignore:",
                        "6:9",
                        "'name' is waived"),
                with(MappingProblem.IGNORED_BUT_USED, "  MORE:", "  NAME: twice\n  MORE:", "7:3", "'NAME' is ignored"),
                new Provoked(
                        MappingProblem.KEY_WAIVED,
                        GOOD.replace("  id: ID | trim\n", "").replace("ignore:", "waive: {id: none}\nignore:"),
                        "5:9",
                        "item 'id' belongs to the key"),
                with(MappingProblem.UNKNOWN_FUNCTION, "NAME | trim", "NAME | trimm", "5:16", "Did you mean 'trim'?"),
                with(MappingProblem.UNKNOWN_ARGUMENT, "NAME | trim", "NAME | trim(1)", "5:21", "takes no argument '1'"),
                with(
                        MappingProblem.UNKNOWN_ARGUMENT,
                        "NAME | trim",
                        "NAME | pad-left(3, by='0')",
                        "5:28",
                        "no argument 'by'"),
                with(
                        MappingProblem.MISSING_ARGUMENT,
                        "NAME | trim",
                        "NAME | pad-left",
                        "5:16",
                        "lacks its argument 'characters'"),
                with(MappingProblem.WRONG_ARGUMENT, "NAME | trim", "NAME | pad-left(0)", "5:25", "cannot use '0'"),
                with(MappingProblem.WRONG_ARGUMENT, "NAME | trim", "NAME | pad-left(3, '00')", "5:28", "one character"),
                with(MappingProblem.WRONG_ARGUMENT, "NAME | trim", "NAME | pad-left(3, with=0, with=1)", "5:36", "'1'"),
                with(
                        MappingProblem.WRONG_ARGUMENT,
                        "NAME | trim",
                        "NAME | characters(5, 4)",
                        "5:30",
                        "not less than from"),
                with(MappingProblem.WRONG_ARGUMENT, "NAME | trim", "NAME | remove('')", "5:23", "not empty"),
                with(MappingProblem.WRONG_ARGUMENT, "NAME | trim", "NAME | half-width(digits)", "5:27", "'digits'"),
                item(MappingProblem.WRONG_ARGUMENT, "since: MORE | date(yyMMdd)", "6:22", "cannot use 'yyMMdd'"),
                item(MappingProblem.WRONG_ARGUMENT, "since: MORE | date(yyyyMd)", "6:22", "cannot use 'yyyyMd'"),
                item(MappingProblem.WRONG_ARGUMENT, "since: MORE | date(yyyyMM)", "6:22", "cannot use 'yyyyMM'"),
                item(
                        MappingProblem.FORMS_CONTRADICT,
                        "since: MORE | date(MM/dd/yyyy, dd/MM/yyyy)",
                        "6:22",
                        "and another by"),
                item(
                        MappingProblem.FORMS_CONTRADICT,
                        "since: MORE | date(d/M/yyyy, yyyyMMdd, M/d/yyyy)",
                        "6:22",
                        "'d/M/yyyy'"),
                item(
                        MappingProblem.FORMS_CONTRADICT,
                        "since: MORE | date(yyMMdd, ddMMyy, pivot=1930)",
                        "6:22",
                        "'yyMMdd' and another by 'ddMMyy'"),
                item(MappingProblem.WRONG_ARGUMENT, "since: MORE | date(yyyyMMdd, forever=9)", "6:17", "'becomes'"),
                item(
                        MappingProblem.WRONG_ARGUMENT,
                        "since: MORE | date(yyyyMMdd, forever=9, becomes=9)",
                        "6:43",
                        "'9'"),
                item(
                        MappingProblem.WRONG_ARGUMENT,
                        "since: MORE | date(yyyyMMdd) | default(20200101)",
                        "6:42",
                        "canonical"),
                item(MappingProblem.WRONG_ARGUMENT, "since: MORE | date(yyMMdd, pivot=30)", "6:30", "cannot use '30'"),
                item(MappingProblem.WRONG_ARGUMENT, "since: MORE | date(yyyyMM, missing=day)", "6:30", "'day'"),
                item(MappingProblem.WRONG_ARGUMENT, "remark: MORE | part('', 1)", "6:23", "not empty"),
                item(MappingProblem.WRONG_ARGUMENT, "remark: MORE | parts('-', [0])", "6:29", "'0' as 'numbers'"),
                item(MappingProblem.WRONG_ARGUMENT, "remark: MORE | pad-right(3, '甲')", "6:31", "one character"),
                item(MappingProblem.WRONG_ARGUMENT, "remark: MORE | mask(with='**')", "6:23", "one character"),
                item(MappingProblem.WRONG_ARGUMENT, "remark: MORE | region-level(town)", "6:31", "province or city"),
                item(MappingProblem.WRONG_ARGUMENT, "remark: MORE | full-width(only=x)", "6:29", "letters-and-digits"),
                item(MappingProblem.WRONG_ARGUMENT, "amount: MORE | number(units={元=x})", "6:25", "cannot use 'x'"),
                item(MappingProblem.WRONG_ARGUMENT, "amount: MORE | number(negative=red)", "6:25", "brackets"),
                item(MappingProblem.WRONG_ARGUMENT, "amount: MORE | number | round(2, near)", "6:36", "half-up"),
                item(MappingProblem.WRONG_ARGUMENT, "amount: MORE | number(thousands=';')", "6:25", "';'"),
                item(MappingProblem.WRONG_ARGUMENT, "amount: MORE | number | multiply(0)", "6:36", "not 0"),
                item(MappingProblem.WRONG_ARGUMENT, "active: MORE | true-false(true=1, false=[0, 1])", "6:37", "'1'"),
                item(MappingProblem.WRONG_ARGUMENT, "sex: MORE | code(sex, by=name)", "6:25", "code or label"),
                item(
                        MappingProblem.UNKNOWN_CODE_TABLE,
                        "sex: MORE | code(sexx, by=label)",
                        "6:20",
                        "Did you mean 'sex'?"),
                item(
                        MappingProblem.UNKNOWN_DIALECT,
                        "sex: MORE | code(currency, from=iso-4217)",
                        "6:30",
                        "Did you mean 'iso-4217-numeric'?"),
                item(
                        MappingProblem.NOT_IN_CODE_TABLE,
                        "sex: MORE | code(sex, map={M=1, F=7})",
                        "6:25",
                        "'7' is no code"),
                item(MappingProblem.NOT_IN_CODE_TABLE, "sex: \"'7'\"", "6:9", "'7' is no code of table 'sex'"),
                item(
                        MappingProblem.STEP_MISMATCH,
                        "amount: MORE | multiply(3)",
                        "6:18",
                        "works on number and stands after text"),
                item(MappingProblem.STEP_MISMATCH, "since: MORE | date(yyyyMMdd) | trim", "6:34", "works on text"),
                item(MappingProblem.STEP_MISMATCH, "since: first(MORE | date(yyyyMMdd), MORE)", "6:39", "'first'"),
                item(MappingProblem.ITEM_MISMATCH, "since: MORE | trim", "6:10", "is of type date and is given text"),
                item(MappingProblem.ITEM_MISMATCH, "since: \"'2020/1/1'\"", "6:11", "is given '2020/1/1'"),
                item(
                        MappingProblem.ITEM_MISMATCH,
                        "amount: MORE | date(yyyyMMdd)",
                        "6:11",
                        "end with the function number"),
                item(MappingProblem.ITEM_MISMATCH, "active: \"'yes'\"", "6:12", "is given 'yes'"),
                item(
                        MappingProblem.OTHER_CODE_TABLE,
                        "sex: MORE | code(ethnicity)",
                        "6:8",
                        "given codes of 'ethnicity'"),
                rule(MappingProblem.NOT_ORDERED, "NAME is less than 3", "9:11", "because it is text"),
                rule(MappingProblem.NOT_COMPARABLE, "NAME | number is less than '1,5'", "9:38", "'1,5' is no number"),
                rule(MappingProblem.NOT_COMPARABLE, "NAME | number is '1.0'", "9:11", "'1.0' is no number"),
                rule(MappingProblem.NOT_COMPARABLE, "NAME | number is (MORE)", "9:29", "MORE is no number"),
                rule(MappingProblem.SYNTAX, "NAME is (MORE", "9:24", "found the end where ')'"),
                rule(MappingProblem.SYNTAX, "NAME ends MORE", "9:16", "found 'ends' where 'is'"),
                item(
                        MappingProblem.UNKNOWN_TABLE,
                        "sex: MORE | lookup(grad)\ntables: {grade: grades.csv}",
                        "6:22",
                        "Did you mean 'grade'?"),
                item(
                        MappingProblem.UNKNOWN_COLUMN,
                        "sex: MORE | lookup(grade, column=cod)\ntables: {grade: grades.csv}",
                        "6:29",
                        "Did you mean 'code'?"),
                item(
                        MappingProblem.UNKNOWN_COLUMN,
                        "sex: MORE | lookup(grade)\ntables: {grade: grades.csv}",
                        "6:22",
                        "Columns that can be given: code, label"),
                item(MappingProblem.TABLE_UNREADABLE, "sex: nothing\ntables: {t: none.csv}", "7:13", "'none.csv'"),
                item(MappingProblem.TABLE_UNREADABLE, "sex: nothing\ntables: {t: gbk.csv}", "7:13", "in UTF-8"),
                item(MappingProblem.TABLE_UNREADABLE, "sex: nothing\ntables: {t: ../t.csv}", "7:13", "beside"),
                inTable(MappingProblem.TABLE_SHAPE, "narrow.csv", "1:1", "has 1 values in row 1 where 2 belong"),
                inTable(MappingProblem.TABLE_SHAPE, "wide.csv", "2:1", "has 3 values in row 2 where 2 belong"),
                inTable(MappingProblem.TABLE_KEY_TWICE, "twice.csv", "3:1", "has '1' twice"),
                item(
                        MappingProblem.TABLE_SHAPE,
                        "sex: nothing\ntables:\n  t:\n    - {a: 1, b: 2}\n    - {a: 2}",
                        "10:7",
                        "has 1 values in row 3"),
                item(
                        MappingProblem.UNKNOWN_KEY,
                        "sex: nothing\ntables:\n  t:\n    - {a: 1, b: 2}\n    - {a: 2, c: 3}",
                        "10:14",
                        "Known: a, b."),
                item(MappingProblem.ITEM_FORM, "sex: {note: x}", "6:3", "is made by []"),
                item(MappingProblem.ITEM_FORM, "sex: {from: MORE, choose: []}", "6:3", "is made by [from, choose]"),
                cel("MORE +", "6:28", "the expression cannot be compiled"),
                cel("MORE + 1", "6:27", "'+' does not work on (string, int)"),
                cel("1.5", "6:22", "it gives double"),
                cel("[MORE]", "6:22", "it gives list"),
                cel("MORE.matches('a+')", "6:34", "there is no 'matches'"),
                cel("[1].all(x, x > 0)", "6:29", "there is no 'all'"),
                cel("field[MORE]", "6:22", "names no field"),
                cel("field == {} ? 'a' : 'b'", "6:22", "stands without"),
                cel("timestamp(MORE) < timestamp(ID) ? 'a' : 'b'", "6:31", "there is no 'timestamp'"),
                cel("(".repeat(60) + "MORE" + ")".repeat(60), "6:22", "recursion"),
                item(MappingProblem.UNKNOWN_FIELD, "sex: {expression: MROE + ID}", "6:21", "Did you mean 'MORE'?"),
                item(MappingProblem.UNKNOWN_FIELD, "sex: {expression: \"field['MROE']\"}", "6:22", "'MORE'?"),
                item(MappingProblem.OTHER_SHAPE, "owners: {items: {name: NAME}}", "6:3", "declared as [each, items]"),
                item(
                        MappingProblem.OTHER_SHAPE,
                        "owners: {each: \"MORE | json('/a')\", from: \"each('b')\"}",
                        "6:3",
                        "is made by [each, from]"),
                item(
                        MappingProblem.UNKNOWN_ITEM,
                        "owners: {each: \"MORE | json('/a')\", items: {name: NAME, shaer: NAME}}",
                        "6:59",
                        "Did you mean 'share'? Known: name, share."),
                item(
                        MappingProblem.MISSING_NESTED,
                        "owners: {each: \"MORE | json('/a')\", items: {share: NAME | number}}",
                        "6:3",
                        "'name' is mandatory in item 'owners'"),
                item(MappingProblem.NOT_A_STRUCTURE, "parts: MORE", "6:10", "is given text"),
                item(MappingProblem.NOT_A_STRUCTURE, "sex: {items: {a: MORE}}", "6:3", "is given structure"),
                item(MappingProblem.NOTHING_REPEATED, "parts: {each: MORE | trim, from: each(a)}", "6:24", "'each'"),
                item(
                        MappingProblem.NOTHING_REPEATED,
                        "parts: {each: \"MORE | xml('/a', all=';')\", from: each(a)}",
                        "6:25",
                        "without 'all'"),
                item(MappingProblem.NO_ELEMENT, "sex: each(a)", "6:8", "each('a') is no path"),
                item(
                        MappingProblem.NO_ELEMENT,
                        "parts: {each: MORE | xml('/a'), from: each('/a')}",
                        "6:41",
                        "does not begin with a slash"),
                item(MappingProblem.MISSING_KEY, "parts: {items: {}}", "6:18", "'items' is missing"),
                item(MappingProblem.WRONG_ARGUMENT, "sex: MORE | xml('a')", "6:19", "cannot use 'a'"),
                item(MappingProblem.WRONG_ARGUMENT, "sex: MORE | bytes(1, 2, Big5)", "6:27", "cannot use 'Big5'"),
                item(MappingProblem.WRONG_ARGUMENT, "sex: MORE | bytes(2, 1, GBK)", "6:24", "cannot use '1'"),
                item(MappingProblem.UNREACHABLE_CHOICE, "sex:\n    choose: []", "7:5", "otherwise: nothing"),
                item(
                        MappingProblem.UNREACHABLE_CHOICE,
                        "sex:\n    choose:\n      - otherwise: MORE\n      - when: MORE is 'x'\n        then: MORE",
                        "8:9",
                        "once and last"));
    }

    @ParameterizedTest
    @MethodSource("provoked")
    void tellsWhereAndWhat(Provoked provoked) {
        List<Finding> findings = Things.findings(provoked.text());

        Finding finding = findings.stream()
                .filter(one -> one.problem() == provoked.problem())
                .findFirst()
                .orElseThrow(() -> new AssertionError(findings.toString()));
        assertThat(finding.render(Locale.ENGLISH)).contains(provoked.says()).doesNotContainPattern("\\{[0-9]}");
        assertThat(finding.render(Locale.CHINESE)).doesNotContainPattern("\\{[0-9]}");
        assertThat(finding.where())
                .isEqualTo(provoked.where().contains(".csv") ? provoked.where() : "t.yaml:" + provoked.where());
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndNothingTwice() {
        String text = GOOD.replace("ID | trim", "ID | trimm | pad-left")
                .replace("NAME | trim", "NAEM | trim")
                .replace("resource", "resourse: x\nresource");

        assertThat(Things.findings(text))
                .extracting(finding -> finding.problem().code())
                .containsExactly("MAPPING-002", "MAPPING-015", "MAPPING-017", "MAPPING-009", "MAPPING-010");
    }

    @Test
    void rowsWithOtherFieldsThanTheMappingWasMadeForAreRefusedByName() {
        Mapping mapping = Things.mapping(GOOD, FIELDS);

        ProblemException thrown = catchThrowableOfType(
                ProblemException.class, () -> mapping.apply(Things.chunk(List.of("ID", "NAME", "MROE"))));

        assertThat(thrown.findings().get(0).problem()).isEqualTo(MappingProblem.OTHER_FIELDS);
        assertThat(thrown).hasMessageContaining("s-t run 7").hasMessageContaining("missing [MORE], unexpected [MROE]");
    }

    @Test
    void aMappingThatNoSourceUsesAndOneThatDoesNotExistAreTold(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("thing.mapping.yaml"), GOOD);
        SystemFolder system = new SystemFolder(folder);

        ProblemException unused = catchThrowableOfType(
                ProblemException.class,
                () -> new Mappings(Catalogue.bundled(), List.of(system), (name, mapping) -> List.of()));
        ProblemException unknown = catchThrowableOfType(
                ProblemException.class,
                () -> new Mappings(Catalogue.bundled(), List.of(), (name, mapping) -> FIELDS).mapping("a", "b"));

        assertThat(unused.findings().get(0).problem()).isEqualTo(MappingProblem.NO_FIELDS);
        assertThat(unknown.findings().get(0).problem()).isEqualTo(MappingProblem.UNKNOWN_MAPPING);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, EMPTY",
                "`a text`, NOT_A_MAP",
                "`summary：a text`, NOT_A_MAP",
                "`a: b: c`, COLON_INSIDE",
                "`a:\n\t- b`, TAB"
            })
    void aFileThatIsNoYamlIsToldWithItsCause(String text, YamlProblem problem) {
        assertThat(Things.findings(text, FIELDS)).extracting(Finding::problem).containsExactly(problem);
    }

    /** Quoted input, names and keywords apart, a Chinese text is Chinese. */
    @ParameterizedTest
    @MethodSource("provoked")
    void isToldInChineseWithoutWordsOfAParser(Provoked provoked) {
        Finding finding = Things.findings(provoked.text(), FIELDS).stream()
                .filter(found -> found.problem() == provoked.problem())
                .findFirst()
                .orElseThrow();

        String own =
                finding.problem().text(Locale.CHINESE, finding.arguments()).replaceAll("“[^”]*”|'[^']*'|<[^>]*>", "");
        assertThat(own).doesNotContainPattern("[a-z]{2,} [a-z]{2,}|\\b(text|number|date|map|list|structure)\\b");
    }

    @Test
    void aFileThatIsNotUtf8IsToldWithItsName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("thing.mapping.yaml");
        Files.write(file, "summary: 物".getBytes("GBK"));

        ProblemException thrown = catchThrowableOfType(
                ProblemException.class,
                () -> new Mappings(Catalogue.bundled(), List.of(new SystemFolder(folder)), (s, m) -> FIELDS));

        assertThat(thrown).hasMessageContaining(file + ":1:10  " + YamlProblem.NOT_UTF8.code());
    }

    @ParameterizedTest
    @EnumSource(MappingProblem.class)
    void everyProblemIsProvokedAndSaysItInBothLanguages(MappingProblem problem) {
        List<MappingProblem> elsewhere =
                List.of(MappingProblem.OTHER_FIELDS, MappingProblem.NO_FIELDS, MappingProblem.UNKNOWN_MAPPING);
        assertThat(elsewhere.contains(problem) || provoked().anyMatch(provoked -> provoked.problem() == problem))
                .as("a line that provokes it")
                .isTrue();
        assertThat(problem.texts().chinese()).containsPattern("\\p{IsHan}");
        assertThat(problem.texts().chineseRemedy()).containsPattern("\\p{IsHan}");
        assertThat(problem.texts().english()).doesNotContain("!", "invalid", "lease");
        assertThat(Arrays.stream(MappingProblem.values())
                        .filter(other -> other.code().equals(problem.code())))
                .hasSize(1);
    }
}
