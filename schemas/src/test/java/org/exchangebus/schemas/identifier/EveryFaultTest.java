package org.exchangebus.schemas.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EveryFaultTest {

    @ParameterizedTest
    @EnumSource(Fault.class)
    void isProvokedAndFillsItsTextsInBothLanguages(Fault fault) {
        IdentifierKind kind = kind(fault);
        byte[] text = value(fault).getBytes(StandardCharsets.UTF_8);

        assertThat(fault.isIn(kind.faults(text, 0, text.length))).isTrue();
        Finding finding = Finding.of(
                "here",
                fault,
                "item",
                value(fault),
                kind.title(),
                kind.form(),
                kind.chineseTitle(),
                kind.chineseForm());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(finding.render(locale))
                    .contains(fault.code(), "item", value(fault))
                    .doesNotContainPattern("\\{\\d}");
            assertThat(fault.remedy(locale, finding.arguments())).isNotBlank();
        }
        assertThat(fault.text(Locale.CHINESE, finding.arguments())).containsPattern("\\p{IsHan}");
        assertThat(fault.text(Locale.ENGLISH, finding.arguments())).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void hasACodeOfItsOwn() {
        List<String> codes = Arrays.stream(Fault.values()).map(Problem::code).toList();

        assertThat(codes).doesNotHaveDuplicates();
        assertThat(codes)
                .doesNotContainAnyElementsOf(
                        Arrays.stream(SchemaProblem.values()).map(Problem::code).toList());
    }

    private static IdentifierKind kind(Fault fault) {
        return switch (fault) {
            case LENGTH, ALPHABET, DATE, CHECK, REGION -> IdentifierKind.CITIZEN_NUMBER;
            case PARTS -> IdentifierKind.LICENCE_IDENTIFIER;
            case PROVINCE, REGION_RETIRED -> IdentifierKind.REGION_CODE;
            case DEPARTMENT, PILOT -> IdentifierKind.CREDIT_CODE;
            case USER_DEFINED -> IdentifierKind.ORGANISATION_CODE;
            case PART, FORM -> IdentifierKind.TAX_NUMBER;
            case RANGE -> IdentifierKind.DIVISION_CODE;
        };
    }

    private static String value(Fault fault) {
        return switch (fault) {
            case LENGTH -> "110105491231002";
            case ALPHABET -> "11010519491231002x";
            case DATE -> "11010519491331002X";
            case CHECK -> "110105194912310021";
            case REGION -> "11017119491231002X";
            case PARTS -> "1.2.156.3005.2.11100000MB03271699022.340100";
            case PROVINCE -> "990101";
            case REGION_RETIRED -> "110103";
            case DEPARTMENT -> "62110000600037341L";
            case PILOT -> "91350100M0001TGQXM";
            case PART -> "110105600037342";
            case USER_DEFINED -> "PDY000010";
            case FORM -> "110105491231002";
            case RANGE -> "110105400";
        };
    }
}
