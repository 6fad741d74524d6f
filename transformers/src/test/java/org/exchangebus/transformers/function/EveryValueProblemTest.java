package org.exchangebus.transformers.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.mapping.Tried;
import org.exchangebus.transformers.problem.GeometryProblem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rejection by a function of the library is provoked; one without a line here fails. */
class EveryValueProblemTest {

    private record Provoked(String call, String text) {}

    private static final Map<Problem, Provoked> PROVOKED = Map.ofEntries(
            Map.entry(ValueProblem.NOT_A_DATE, new Provoked("date(yyyyMMdd)", "xxx")),
            Map.entry(ValueProblem.NOT_A_NUMBER, new Provoked("number", "xxx")),
            Map.entry(ValueProblem.UNKNOWN_CODE, new Provoked("code(sex)", "xxx")),
            Map.entry(
                    ValueProblem.CODE_UNDECIDED,
                    new Provoked(
                            "translate({xxx=护照号}) | code(certificate-type, from=double-publicity-id-type)", "xxx")),
            Map.entry(ValueProblem.NOT_AN_IDENTITY_NUMBER, new Provoked("identity-number-18", "xxx")),
            Map.entry(ValueProblem.NOT_AN_ORGANISATION_CODE, new Provoked("organisation-code", "xxx")),
            Map.entry(ValueProblem.TOO_LONG, new Provoked("pad-left(1)", "xxx")),
            Map.entry(ValueProblem.TOO_SHORT, new Provoked("characters(7, 8)", "xxx")),
            Map.entry(ValueProblem.NOT_IN_TABLE, new Provoked("lookup(grade, column=code)", "xxx")),
            Map.entry(ValueProblem.CUTS_A_CHARACTER, new Provoked("suffix('样') | bytes(2, 4, GBK)", "xxx")),
            Map.entry(ValueProblem.NOT_IN_CHARSET, new Provoked("prefix('𠮷') | bytes(1, 2, GBK)", "xxx")),
            Map.entry(ValueProblem.NOT_XML, new Provoked("xml('/a')", "xxx")),
            Map.entry(ValueProblem.NOT_JSON, new Provoked("json('/a')", "xxx")),
            Map.entry(ValueProblem.LEADS_TO_SEVERAL, new Provoked("translate({xxx='[1,2]'}) | json('/*')", "xxx")),
            Map.entry(
                    ValueProblem.LEADS_TO_ELEMENTS, new Provoked("translate({xxx='<a><b/></a>'}) | xml('/a')", "xxx")),
            Map.entry(ValueProblem.NO_SUCH_PART, new Provoked("part('-', 3)", "1-2")),
            Map.entry(ValueProblem.SHARED_CHARACTER, new Provoked("simplified", "王後")),
            Map.entry(ValueProblem.NOT_A_HAN_NUMBER, new Provoked("chinese-number", "三百五")),
            Map.entry(ValueProblem.INCOMPLETE_DATE, new Provoked("chinese-date", "二〇二六年")),
            Map.entry(ValueProblem.LUNAR_DATE, new Provoked("date(yyyy-MM-dd)", "二〇二六年闰六月初三")),
            Map.entry(ValueProblem.DATE_OF_ERA, new Provoked("partial-date(yyyy)", "民国115年")),
            Map.entry(ValueProblem.NOT_EXACT, new Provoked("number | round(1, exact)", "1.25")),
            Map.entry(ValueProblem.UNKNOWN_UNIT, new Provoked("number(units={元=1})", "3角")),
            Map.entry(
                    ValueProblem.NOT_A_CREDIT_CODE,
                    new Provoked("credit-code-organisation-code", "91110000600037341N")),
            Map.entry(ValueProblem.WRONG_IDENTITY_NUMBER, new Provoked("identity-number-sex", "110105194912310021")),
            Map.entry(ValueProblem.NOT_A_REGION, new Provoked("region-level(city)", "4403")),
            Map.entry(GeometryProblem.NOT_A_GEOMETRY, new Provoked("swap-coordinates", "POINT(1 2)")),
            Map.entry(
                    GeometryProblem.OUTSIDE_OF_SYSTEM,
                    new Provoked(
                            "transform(cgcs2000/3-degree/zone-39, cgcs2000)",
                            "{\"type\":\"Point\",\"coordinates\":[38500000,4000000]}")),
            Map.entry(
                    GeometryProblem.HEIGHT_NOT_SHIFTED,
                    new Provoked(
                            "transform(xian80, cgcs2000, shift=[1, 2, 3])",
                            "{\"type\":\"Point\",\"coordinates\":[117,40,12]}")),
            Map.entry(GeometryProblem.NOT_A_POSITION, new Provoked("point", "E117 N40")));

    /** What takes more than one text to provoke: in TreePathTest, LanguageTest and on the page of the language. */
    private static final Set<Problem> OF_WHOLE_ROWS = Set.of(
            ValueProblem.DOCUMENT_TOO_LARGE,
            ValueProblem.VALUE_TOO_LARGE,
            ValueProblem.STRUCTURE_TOO_LONG,
            ValueProblem.EXPRESSION_FAILS);

    static Stream<Problem> problems() {
        // What is wrong with the call itself is provoked in MappingProblemTest.
        Stream<Problem> ofGeometries = Stream.of(GeometryProblem.values())
                .map(Problem.class::cast)
                .filter(problem -> problem.code().compareTo("MAPPING-100") > 0);
        return Stream.concat(Stream.of(ValueProblem.values()), ofGeometries)
                .filter(problem -> !OF_WHOLE_ROWS.contains(problem));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void isProvokedAndSaysItInBothLanguages(Problem problem) {
        Provoked provoked = Objects.requireNonNull(PROVOKED.get(problem), "a line that provokes " + problem);
        List<String> arguments = List.of("item", "VALUE", provoked.call());

        assertThat(Tried.of(provoked.call(), provoked.text())).isEqualTo(problem.toString());
        assertThat(problem.text(Locale.ENGLISH, arguments))
                .contains("VALUE")
                .doesNotContainPattern("\\{[0-9]}")
                .doesNotContain("!", "invalid", "lease");
        assertThat(problem.text(Locale.CHINESE, arguments))
                .contains("VALUE")
                .containsPattern("\\p{IsHan}")
                .doesNotContainPattern("\\{[0-9]}");
        assertThat(problem.remedy(Locale.ENGLISH, arguments)).endsWith(".");
        assertThat(problem.remedy(Locale.CHINESE, arguments))
                .containsPattern("\\p{IsHan}")
                .endsWith("。");
    }
}
