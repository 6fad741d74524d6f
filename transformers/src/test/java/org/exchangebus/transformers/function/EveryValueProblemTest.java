package org.exchangebus.transformers.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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

    static Stream<Problem> problems() {
        // What is wrong with the call itself is provoked in MappingProblemTest.
        Stream<Problem> ofGeometries = Stream.of(GeometryProblem.values())
                .map(Problem.class::cast)
                .filter(problem -> problem.code().compareTo("MAPPING-100") > 0);
        return Stream.concat(Stream.of(ValueProblem.values()), ofGeometries);
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
