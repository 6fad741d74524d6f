package org.exchangebus.schemas.masking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "IDENTITY_NUMBER, 11010519491231002X, 110105********002X",
        "IDENTITY_NUMBER, 110105491231002, 110105*****1002",
        "IDENTITY_NUMBER, 1234567890, **********",
        "NAME, 王样例, 王**",
        "NAME, 𠮷野, 𠮷*",
        "NAME, 王, *",
        "PHONE, 13800000000, 138****0000",
        "PHONE, 110, ***",
        "ADDRESS, 样例省样例市样例路一号, 样例省样例市*****",
        "WHOLE, 1949-12-31, **********",
        "NAME, '', ''",
    })
    void showsNoMoreThanItsConvention(Masking masking, String value, String shown) {
        assertThat(masking.mask(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource(Masking.class)
    void isFoundByItsLabel(Masking masking) {
        assertThat(Masking.of(masking.label())).isSameAs(masking);
    }
}
