package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangebus.transformers.mapping.Things.GOOD;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.GeometryProblem;
import org.exchangebus.transformers.problem.MappingProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A transformation that would have to guess, or has nothing to do, does not compile and says why. */
class EveryGeometryCallProblemTest {

    private static final Map<GeometryProblem, String> PROVOKED = Map.of(
            GeometryProblem.SHIFT_MISSING, "transform(xian80, epsg:4490)",
            GeometryProblem.SHIFT_NEEDLESS, "transform(cgcs2000, cgcs2000/3-degree/117E, shift=[1, 2, 3])",
            GeometryProblem.SAME_SYSTEM, "transform(cgcs2000, epsg:4490)");

    static Stream<GeometryProblem> problems() {
        return Stream.of(GeometryProblem.values())
                .filter(problem -> problem.code().compareTo("MAPPING-100") < 0);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void isProvokedAtItsPlaceInBothLanguages(GeometryProblem problem) {
        List<Finding> findings = findings(PROVOKED.get(problem));

        assertThat(findings).extracting(Finding::problem).contains(problem);
        Finding finding = findings.stream()
                .filter(one -> one.problem() == problem)
                .findFirst()
                .orElseThrow();
        assertThat(finding.where()).isEqualTo("t.yaml:5:26");
        assertThat(finding.render(Locale.ENGLISH))
                .doesNotContainPattern("\\{[0-9]}")
                .doesNotContain("!", "lease");
        assertThat(finding.render(Locale.CHINESE))
                .doesNotContainPattern("\\{[0-9]}")
                .containsPattern("\\p{IsHan}.*\n.*\\p{IsHan}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "transform(beijing54, cgcs2000)",
                "transform(beijing54/6-degree/zone-20, epsg:4527)",
                "transform(xian80, beijing54)",
                "transform(cgcs2000, wgs84)"
            })
    void noTwoDatumsAreTakenForOne(String call) {
        assertThat(findings(call)).extracting(Finding::problem).contains(GeometryProblem.SHIFT_MISSING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "transform(xian81, cgcs2000)~'xian81' as 'from'",
                "transform(xian80, epsg:4555)~'epsg:4555' as 'to'",
                "transform(xian80, cgcs2000, shift=[1, 2])~as 'shift'",
                "transform(xian80, cgcs2000, shift=[1, 2, x])~as 'shift'",
                "transform(xian80, cgcs2000, shift=[1, 2, 3, 4, 5, 6, 7])~as 'rotation'",
                "transform(xian80, cgcs2000, shift=[1, 2, 3], rotation=position-vector)~as 'rotation'",
                "transform(xian80, cgcs2000, shift=[1, 2, 3, 4, 5, 6, 7], rotation=left)~'left' as 'rotation'",
                "area(cgcs)~'cgcs' as 'of'"
            })
    void whatCannotBeUsedIsToldWithTheArgument(String call, String says) {
        assertThat(findings(call)).anySatisfy(finding -> {
            assertThat((Problem) finding.problem()).isEqualTo(MappingProblem.WRONG_ARGUMENT);
            assertThat(finding.render(Locale.ENGLISH)).contains(says);
        });
    }

    private static List<Finding> findings(String call) {
        return Things.findings(GOOD.replace("NAME | trim", "NAME | " + call));
    }
}
