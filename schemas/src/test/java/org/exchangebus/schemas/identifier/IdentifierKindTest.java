package org.exchangebus.schemas.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifierKindTest {

    private static final Map<String, IdentifierKind> KINDS = Map.of(
            "USCC", IdentifierKind.CREDIT_CODE,
            "ORG", IdentifierKind.ORGANISATION_CODE,
            "GMSFHM", IdentifierKind.CITIZEN_NUMBER,
            "REGNO15", IdentifierKind.REGISTRATION_NUMBER,
            "LICENCE_OID", IdentifierKind.LICENCE_IDENTIFIER);

    /** The published vectors, a copy, untouched. */
    @ParameterizedTest
    @CsvFileSource(resources = "/standards/identifier_vectors.csv", numLinesToSkip = 1)
    void agreesWithThePublishedVectors(String kind, String value, String expected, String reason) {
        if (kind.equals("GMSFHM15")) {
            assertThat(CitizenNumber.upgrade(value)).contains(reason.replaceFirst(".*upgrade -> ", ""));
        } else if (expected.equals("valid")) {
            assertThat(KINDS.get(kind).faults(bytes(value), 0, value.length())).isZero();
        } else if (reason.contains("really issued")) {
            assertThat(faults(KINDS.get(kind), value)).contains(Fault.PILOT).allMatch(Fault::isDoubt);
        } else {
            Fault fault = reason.contains("not in the alphabet") ? Fault.ALPHABET : Fault.CHECK;
            assertThat(accepts(KINDS.get(kind), value)).isFalse();
            assertThat(faults(KINDS.get(kind), value)).contains(fault);
            assertThat(faults(KINDS.get(kind), value).contains(Fault.DATE)).isEqualTo(reason.contains("month 13"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CITIZEN_NUMBER, 110105491231002, LENGTH",
        "CITIZEN_NUMBER, 11010519491231002x, ALPHABET",
        "CITIZEN_NUMBER, 1101051949123100２X, LENGTH",
        "CITIZEN_NUMBER, 1101051949123l002X, ALPHABET",
        "CITIZEN_NUMBER, 110105194902290026, DATE",
        "CITIZEN_NUMBER, 110105194912310021, CHECK",
        "CREDIT_CODE, 9111000060003734, LENGTH",
        "CREDIT_CODE, 91110000600037341l, ALPHABET",
        "CREDIT_CODE, 91I10000600037341L, ALPHABET",
        "CREDIT_CODE, 91A10000600037341L, ALPHABET",
        "CREDIT_CODE, 91110000600037341N, CHECK",
        "ORGANISATION_CODE, D214356, LENGTH",
        "ORGANISATION_CODE, D2143569.X, PARTS",
        "ORGANISATION_CODE, d2143569X, ALPHABET",
        "ORGANISATION_CODE, D2143569A, ALPHABET",
        "ORGANISATION_CODE, D2143569-1, CHECK",
        "REGISTRATION_NUMBER, 33020300003063, LENGTH",
        "REGISTRATION_NUMBER, 33020300003063A, ALPHABET",
        "REGISTRATION_NUMBER, 330203000030638, CHECK",
        "TAX_NUMBER, 11010560003734, LENGTH",
        "TAX_NUMBER, 1101O5600037341, ALPHABET",
        "TAX_NUMBER, 11010560003734i, ALPHABET",
        "TAX_NUMBER, 91110000600037341N, CHECK",
        "TAX_NUMBER, 11010519491231002X1A, ALPHABET",
        "LICENCE_IDENTIFIER, 1.2.156.3005.3.11100000MB03271699022.340100.000000016.001.9, PARTS",
        "LICENCE_IDENTIFIER, 1.2.156.3005.2.11100000MB03271699022.340100.000000016.001, PARTS",
        "LICENCE_IDENTIFIER, 1.2.156.3005.2.11100000MB03271699022.340100.000000016.01.9, PARTS",
        "LICENCE_IDENTIFIER, 1.2.156.3005.2.11100000MB03271699022.340100..001.9, PARTS",
        "LICENCE_IDENTIFIER, 1.2.156.3005.2.11100000MB03271699022.340100.0000_0016.001.9, ALPHABET",
        "LICENCE_IDENTIFIER, 1.2.156.3005.2.11100000MB03271699022.340100.000000016.0A1.9, ALPHABET",
        "LICENCE_IDENTIFIER, 1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.8, CHECK",
        "REGION_CODE, 11010, LENGTH",
        "REGION_CODE, 11010A, ALPHABET",
        "REGION_CODE, 000000, PROVINCE",
        "REGION_CODE, 660101, PROVINCE",
        "DIVISION_CODE, 1101050, LENGTH",
        "DIVISION_CODE, 11010500A, ALPHABET",
        "DIVISION_CODE, 990105001001, PROVINCE",
    })
    void saysWhatIsWrong(IdentifierKind kind, String value, Fault fault) {
        assertThat(faults(kind, value)).contains(fault);
        assertThat(accepts(kind, value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CITIZEN_NUMBER, 11017119491231002X, REGION",
        "CITIZEN_NUMBER, 110100194912310025, REGION",
        "CITIZEN_NUMBER, 110103194912310027, ",
        "CREDIT_CODE, 62110000600037341L, DEPARTMENT",
        "CREDIT_CODE, 91110171600037341L, REGION",
        "CREDIT_CODE, 91110103600037341L, ",
        "CREDIT_CODE, 911100006000373421, PART",
        "CREDIT_CODE, 91350100M0001TGQXM, PILOT",
        "ORGANISATION_CODE, PDY00001-, USER_DEFINED",
        "ORGANISATION_CODE, PDY99999-, USER_DEFINED",
        "ORGANISATION_CODE, PDY00000-, ",
        "ORGANISATION_CODE, PDYA0001-, ",
        "REGISTRATION_NUMBER, 3302031234567, ",
        "TAX_NUMBER, 110105600037341, ",
        "TAX_NUMBER, 110171600037341, REGION",
        "TAX_NUMBER, 110105600037342, PART",
        "TAX_NUMBER, 91110000600037341L, ",
        "TAX_NUMBER, 110105491231002, FORM",
        "TAX_NUMBER, 11010519491231002X, FORM",
        "TAX_NUMBER, 11010519491231002X01, FORM",
        "REGION_CODE, 110105, ",
        "REGION_CODE, 659001, ",
        "REGION_CODE, 820000, ",
        "REGION_CODE, 110103, REGION_RETIRED",
        "REGION_CODE, 110171, REGION",
        "REGION_CODE, 419000, REGION",
        "DIVISION_CODE, 110105, ",
        "DIVISION_CODE, 110105001, ",
        "DIVISION_CODE, 110105399, ",
        "DIVISION_CODE, 110105001001, ",
        "DIVISION_CODE, 110105001599, ",
        "DIVISION_CODE, 110105000, RANGE",
        "DIVISION_CODE, 110105400, RANGE",
        "DIVISION_CODE, 110105001000, RANGE",
        "DIVISION_CODE, 110105001600, RANGE",
        "DIVISION_CODE, 110103001001, REGION_RETIRED",
        "CREDIT_OR_ORGANISATION_CODE, 91110000600037341L, ",
        "CREDIT_OR_ORGANISATION_CODE, 600037341, ",
    })
    void letsPassWhatIsOnlyADoubt(IdentifierKind kind, String start, Fault doubt) {
        String value = checked(kind, start);
        assertThat(faults(kind, value)).as(value).isEqualTo(doubt == null ? Set.of() : Set.of(doubt));
        assertThat(accepts(kind, value)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CITIZEN_NUMBER, 11010519491231002x",
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
    @EnumSource(IdentifierKind.class)
    void neverReadsBeyondItsSlice(IdentifierKind kind) {
        for (int length = 0; length < 80; length++) {
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

    private static Set<Fault> faults(IdentifierKind kind, String value) {
        byte[] text = bytes(value);
        int faults = kind.faults(text, 0, text.length);
        return Arrays.stream(Fault.values()).filter(fault -> fault.isIn(faults)).collect(Collectors.toSet());
    }

    /** The value with the check character that fits, where a test changed another or left it out behind a hyphen. */
    private static String checked(IdentifierKind kind, String value) {
        boolean isOpen = value.endsWith("-");
        boolean isChecked = kind == IdentifierKind.CITIZEN_NUMBER || kind == IdentifierKind.CREDIT_CODE;
        if (!isOpen && !(isChecked && faults(kind, value).contains(Fault.CHECK))) {
            return value;
        }
        String head = isOpen ? value : value.substring(0, value.length() - 1);
        return "0123456789ABCDEFGHJKLMNPQRTUWXY"
                .chars()
                .mapToObj(last -> head + (char) last)
                .filter(candidate -> accepts(kind, candidate))
                .findFirst()
                .orElseThrow();
    }
}
