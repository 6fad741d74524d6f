package org.exchangebus.schemas.codetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CrossWalkTest {

    static List<CrossWalk> walks() {
        return CrossWalk.all();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void everyPairLeadsToACodeOfItsTable(CrossWalk walk) {
        CodeTable to = CodeTable.bundled(walk.to());
        assertThat(walk.codes()).isNotEmpty();
        walk.codes().forEach((code, becomes) -> {
            byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
            assertThat(becomes).isNotEmpty().allMatch(to::holds);
            assertThat(walk.candidates(code)).isEqualTo(becomes);
            assertThat(walk.isUndecided(bytes, 0, bytes.length)).isEqualTo(becomes.size() > 1);
            byte[] one = walk.get(bytes, 0, bytes.length);
            if (becomes.size() == 1) {
                assertThat(one).asString().isEqualTo(becomes.get(0));
            } else {
                assertThat(one).isNull();
            }
        });
        assertThat(CrossWalk.bundled(walk.to(), walk.from())).isSameAs(walk);
        assertThat(CrossWalk.dialects(walk.to())).contains(walk.from());
    }

    @ParameterizedTest
    @CsvSource({
        "certificate-type, market-registry, 10, 111",
        "certificate-type, health-records, 01, 111",
        "certificate-type, double-publicity-id-type, 身份证, 111",
        "double-publicity-id-type, certificate-type, 516, 港澳居民来往内地通行证",
        "currency, iso-4217-numeric, 036, AUD",
        "health-status, health-status-one-digit, 3, 30",
        "health-status-one-digit, health-status, 49, 3",
    })
    void leadsFromOneDialectToTheOther(String to, String from, String code, String becomes) {
        assertThat(CrossWalk.bundled(to, from).candidates(code)).containsExactly(becomes);
    }

    @Test
    void twoTablesOfOneStandardLeadToEachOtherWithoutLoss() {
        CrossWalk there = CrossWalk.bundled("health-status", "health-status-one-digit");
        CrossWalk back = CrossWalk.bundled("health-status-one-digit", "health-status");

        there.codes().forEach((code, becomes) -> assertThat(back.candidates(becomes.get(0)))
                .containsExactly(code));
        assertThat(back.codes().keySet())
                .isEqualTo(CodeTable.bundled("health-status").labels().keySet());
    }

    @Test
    void leavesOpenWhatSeveralCodesStandFor() {
        byte[] passport = "护照号".getBytes(StandardCharsets.UTF_8);
        CrossWalk walk = CrossWalk.bundled("certificate-type", "double-publicity-id-type");

        assertThat(walk.get(passport, 0, passport.length)).isNull();
        assertThat(walk.isUndecided(passport, 0, passport.length)).isTrue();
        assertThat(walk.candidates("护照号")).containsExactly("411", "412", "413", "414");
    }

    @Test
    void proposesADialectForOneThatIsNotKnown() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CrossWalk.bundled("certificate-type", "market-registery"))
                .satisfies(e -> assertThat(e.findings().get(0).render(Locale.ENGLISH))
                        .contains("cross-walk 'market-registery'")
                        .contains("Did you mean 'market-registry'?"));
    }

    @Test
    void tellsEverythingThatIsWrongWithAllFilesTogether(@TempDir Path folder) throws IOException {
        write(folder, "sex-from-old", "from: old\nto: sex\n", "  - {from: a, to: \"7\"}\n  - {from: a, to: \"1\"}\n");
        write(folder, "sex-from-new", "from: other\nto: sex\n", "  - {from: a, to: \"1\"}\n");
        write(folder, "six-from-old", "from: old\nto: six\n", "  - {from: a, to: \"1\"}\n");
        write(folder, "sex-from-two", "from: two\nto: sex\n", "  - {from: a, to: \"1\", one-of: [\"1\", \"2\"]}\n");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new CrossWalkReader(Map.of("sex", CodeTable.bundled("sex"))).read(folder))
                .satisfies(e -> assertThat(e.findings())
                        .extracting(Finding::problem)
                        .containsExactly(
                                SchemaProblem.NAME_AND_PLACE_DISAGREE,
                                SchemaProblem.WALKS_TO_NO_CODE,
                                SchemaProblem.NAME_TWICE,
                                SchemaProblem.EITHER_OF_TWO_KEYS,
                                SchemaProblem.NAME_UNKNOWN));
    }

    private static void write(Path folder, String name, String head, String codes) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), head + "summary: s\ncodes:\n" + codes);
    }
}
