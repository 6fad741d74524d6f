package org.exchangebus.adapters.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUpTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "360426199101010071"})
    void checksIdentityNumbersAsTheStandardDoes(String number) {
        assertThat(MadeUp.identityCheck(number.substring(0, 17))).isEqualTo(number.charAt(17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91110000600037341L", "11100000000013127D", "111000000000131433"})
    void checksSocialCreditCodesAsTheStandardDoes(String code) {
        assertThat(MadeUp.socialCreditCheck(code.substring(0, 17))).isEqualTo(code.charAt(17));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D2143569X", "71526726X", "600037341"})
    void checksOrganisationCodesAsTheStandardDoes(String code) {
        assertThat(MadeUp.organisationCheck(code.substring(0, 8))).isEqualTo(code.charAt(8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"330203000030639", "330200600002522", "330200400065251"})
    void checksRegistrationNumbersAsTheStandardDoes(String number) {
        assertThat(MadeUp.registrationCheck(number.substring(0, 14))).isEqualTo(number.charAt(14));
    }

    @Test
    void inventsTheSameForTheSameSeed() {
        MadeUp one = new MadeUp(7);
        MadeUp other = new MadeUp(7);
        LocalDate birth = LocalDate.of(1980, 2, 29);
        assertThat(one.personName() + one.identityNumber(birth, true) + one.socialCreditCode() + one.companyName())
                .isEqualTo(other.personName()
                        + other.identityNumber(birth, true)
                        + other.socialCreditCode()
                        + other.companyName());
    }
}
