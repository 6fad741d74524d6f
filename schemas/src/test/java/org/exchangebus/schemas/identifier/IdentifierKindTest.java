package org.exchangebus.schemas.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierKindTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/identifier/vectors.csv", numLinesToSkip = 1)
    void agreesWithThePublishedVectors(String kind, String value, String expected) {
        assertThat(accepts(IdentifierKind.of(kind).orElseThrow(), value)).isEqualTo(expected.equals("valid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M0001TGQXM", "91350211M0000XUF46", "91350203M0001FUE2P"})
    void acceptsThePilotCodesThatWereIssuedWithAFailingCheck(String value) {
        assertThat(accepts(IdentifierKind.CREDIT_CODE, value)).isTrue();
        assertThat(CreditCode.isPilot(bytes(value), 0, 18)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CITIZEN_NUMBER, 11010519491231002x",
        "CITIZEN_NUMBER, 01010519491231002X",
        "CITIZEN_NUMBER, 1101051949123100 2X",
        "CITIZEN_NUMBER, 110105491231002",
        "CREDIT_CODE, 91110000600037341l",
        "CREDIT_CODE, 9111000060003734",
        "CREDIT_CODE, 91110000６00037341",
        "ORGANISATION_CODE, D2143569--X",
        "ORGANISATION_CODE, d2143569X",
        "REGISTRATION_NUMBER, 33020300003063A",
        "REGISTRATION_NUMBER, 33020300003063",
        "REGION_CODE, 000000",
        "REGION_CODE, 66010",
        "REGION_CODE, 660101",
        "CREDIT_OR_ORGANISATION_CODE, 123456789",
    })
    void refusesWhatOnlyLooksLikeOne(IdentifierKind kind, String value) {
        assertThat(accepts(kind, value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTRATION_NUMBER, 3302031234567",
        "REGION_CODE, 110105",
        "REGION_CODE, 659001",
        "REGION_CODE, 820000",
        "CREDIT_OR_ORGANISATION_CODE, 91110000600037341L",
        "CREDIT_OR_ORGANISATION_CODE, 600037341",
    })
    void acceptsTheOtherFormsThatAreInUse(IdentifierKind kind, String value) {
        assertThat(accepts(kind, value)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(IdentifierKind.class)
    void neverReadsBeyondItsSlice(IdentifierKind kind) {
        for (int length = 0; length < 24; length++) {
            byte[] text = bytes("1".repeat(length));
            assertThat(kind.accepts(text, length, length)).isFalse();
            kind.accepts(text, 0, length);
            byte[] wide = bytes("华".repeat(length));
            assertThat(kind.accepts(wide, 0, wide.length)).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(IdentifierKind.class)
    void isFoundByItsLabel(IdentifierKind kind) {
        assertThat(IdentifierKind.of(kind.label())).contains(kind);
    }

    @Test
    void looksOnlyAtItsSliceOfTheArray() {
        byte[] text = bytes("xx91110000600037341Lyy");

        assertThat(IdentifierKind.CREDIT_CODE.accepts(text, 2, 20)).isTrue();
        assertThat(IdentifierKind.CREDIT_CODE.accepts(text, 1, 19)).isFalse();
    }

    @Test
    void knowsTheDepartmentsOfTheStandardAndItsExtensions() {
        assertThat(CreditCode.isOfKnownDepartment(bytes("91"), 0)).isTrue();
        assertThat(CreditCode.isOfKnownDepartment(bytes("A1"), 0)).isTrue();
        assertThat(CreditCode.isOfKnownDepartment(bytes("62"), 0)).isFalse();
    }

    private static boolean accepts(IdentifierKind kind, String value) {
        byte[] text = bytes(value);
        return kind.accepts(text, 0, text.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
