package org.exchangebus.transformers.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.exchangebus.transformers.mapping.Tried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nasty inputs; {@code ''} as a result is no value, capitals are the problem of a rejection. */
class FunctionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "trim¦𠮷¦𠮷",
                "trim¦\u3000\u3000¦``",
                "trim¦　¦``",
                "trim¦、¦、",
                "collapse-blanks¦ a  b\u3000\u3000c ¦ a b c ",
                "collapse-blanks¦a b¦a b",
                "remove-blanks¦𠮷\u3000 田\u00a0¦𠮷田",
                "remove-blanks¦ \u3000¦``",
                "half-width¦１２３ｘＸ～！\u3000、。～￥¦123xX~! 、。~￥",
                "half-width¦𠮷ﾊ¦𠮷ﾊ",
                "half-width(only=letters-and-digits)¦（１）\u3000Ａ－ｂ¦（1）\u3000A－b",
                "upper¦x`ｘ𠮷z¦X`ｘ𠮷Z",
                "lower¦X甲Z¦x甲z",
                "remove('-')¦-¦``",
                "remove('甲', 'b')¦甲b甲c¦c",
                "replace('aa', 'a')¦aaaa¦aa",
                "replace('甲', '甲甲')¦甲乙甲¦甲甲乙甲甲",
                "prefix('甲')¦乙¦甲乙",
                "without-prefix('甲')¦甲¦``",
                "without-prefix('甲乙')¦甲¦甲",
                "without-suffix('乙')¦甲乙¦甲",
                "pad-left(3)¦甲¦00甲",
                "pad-left(2, '0')¦𠮷𠮷¦𠮷𠮷",
                "pad-left(2, '0')¦𠮷𠮷𠮷¦TOO_LONG",
                "first-characters(1)¦𠮷田¦𠮷",
                "first-characters(9)¦𠮷田¦𠮷田",
                "characters(2, 3)¦甲𠮷乙丙¦𠮷乙",
                "characters(2, 3)¦甲乙¦TOO_SHORT",
                "null-when('NULL', '/')¦/¦``",
                "null-when('NULL', '/')¦//¦//",
                "default(' ')¦x¦x",
                "translate({'a b'=x, ''=y})¦a b¦x",
                "translate({a=b})¦``¦``",
                "translate({a=b})¦A¦UNKNOWN_CODE",
                "true-false(true=[1], false=[0])¦0¦false",
                "true-false(true=[1], false=[0])¦2¦UNKNOWN_CODE"
            })
    void texts(String steps, String text, String result) {
        assertThat(Tried.of(steps, text)).isEqualTo(result);
    }

    @Test
    void blanksAreThoseOfEveryScriptAndControlCharacters() {
        String blanks = "\u3000\u00a0\u2003\ufeff\u200b \t\r\n\u0000\u0085\u1680\u202f\u205f\u2028\u2029\u007f";

        assertThat(Tried.of("trim", blanks + "甲 乙" + blanks)).isEqualTo("甲 乙");
        assertThat(Tried.of("remove-blanks", "甲" + blanks + "乙")).isEqualTo("甲乙");
        assertThat(Tried.of("collapse-blanks", "甲" + blanks.replaceAll("[\ufeff\u200b]", "") + "乙"))
                .isEqualTo("甲 乙");
        assertThat(Tried.of("collapse-blanks", "甲\u200b乙 \ufeff 丙")).isEqualTo("甲\u200b乙 \ufeff 丙");
    }

    @ParameterizedTest
    @CsvSource({
        "110105491231002, 11010519491231002X",
        "360426910101007, 360426199101010071",
        "110102910101007, 110102199101010078",
        "11010519491231002x, 11010519491231002X",
        "440524188001010014, 440524188001010014",
        "11010519491231002Y, NOT_AN_IDENTITY_NUMBER",
        "1101054912310020, NOT_AN_IDENTITY_NUMBER",
        "11010549123100X, NOT_AN_IDENTITY_NUMBER",
        "１１０１０５, NOT_AN_IDENTITY_NUMBER",
        "1101051949123100２X, NOT_AN_IDENTITY_NUMBER"
    })
    void identityNumbers(String text, String result) {
        assertThat(Tried.of("identity-number-18", text)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "D2143569-X, D2143569X",
        "d2143569-x, D2143569X",
        "600037341, 600037341",
        "60003734-, NOT_AN_ORGANISATION_CODE",
        "6000373--1, NOT_AN_ORGANISATION_CODE",
        "D2143569X1, NOT_AN_ORGANISATION_CODE",
        "甲乙丙, NOT_AN_ORGANISATION_CODE"
    })
    void organisationCodes(String text, String result) {
        assertThat(Tried.of("organisation-code", text)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "code(sex)~1~1",
                "code(sex)~01~UNKNOWN_CODE",
                "code(sex)~１~UNKNOWN_CODE",
                "code(sex, by=label)~男性~1",
                "code(sex, by=label)~女~2",
                "code(sex, by=label)~1~UNKNOWN_CODE",
                "code(sex, map={0=2, 1=1})~0~2",
                "code(sex, map={0=2, 1=1})~2~UNKNOWN_CODE",
                "code(sex, by=code, map={X=2})~X~2",
                "code(sex, by=code, map={X=2})~9~9",
                "code(sex, by=label, map={X=2})~男~1",
                "code(licence-kind, by=label)~其他-说明~其他-说明"
            })
    void codes(String steps, String text, String result) {
        assertThat(Tried.of(steps, text)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "date(yyyyMMdd)~20000229~2000-02-29",
                "date(yyyyMMdd)~21000229~NOT_A_DATE",
                "date(yyyyMMdd)~20230229~NOT_A_DATE",
                "date(yyyyMMdd)~20230431~NOT_A_DATE",
                "date(yyyyMMdd)~20231301~NOT_A_DATE",
                "date(yyyyMMdd)~20230100~NOT_A_DATE",
                "date(yyyyMMdd)~00000101~NOT_A_DATE",
                "date(yyyyMMdd)~2023010~NOT_A_DATE",
                "date(yyyyMMdd)~202301011~NOT_A_DATE",
                "date(yyyyMMdd)~２０２３０１０１~NOT_A_DATE",
                "date(yyyy-MM-dd)~2023-1-1~NOT_A_DATE",
                "date(yyyy-M-d)~2023-1-01~2023-01-01",
                "date(yyyy-M-d, yyyyMMdd)~20230102~2023-01-02",
                "date('yyyy-MM-dd HH:mm:ss.S')~2023-01-02 00:00:00.0~2023-01-02",
                "date('yyyy-MM-dd HH:mm:ss')~2023-01-02 24:00:00~NOT_A_DATE",
                "date(yyyyMMdd, null=19000101)~19000101~''",
                "date(yyyyMMdd, null=[00000000, 19000101])~00000000~''",
                "date(yyyyMMdd, null=00000000)~19000101~1900-01-01",
                "date(yyyy-MM-dd, forever=[9999-09-09, 长期], becomes=nothing)~长期~''",
                "date(yyyy-MM-dd, forever=[9999-09-09, 长期], becomes=9999-12-31)~9999-09-09~9999-12-31",
                "date(yyyy/MM/dd, forever=2099/12/31, becomes=9999-12-31)~2099/12/30~2099-12-30",
                "date-time(yyyyMMddHHmmss)~20230102030405~2023-01-02T03:04:05",
                "date-time(yyyyMMdd)~20230102~2023-01-02T00:00:00",
                "date-time(yyyy-MM-ddTHH:mm)~2023-01-02T23:59~2023-01-02T23:59:00",
                "date-time(yyyy-MM-ddTHH:mm:ss.SSS)~2023-01-02T23:59:60.000~NOT_A_DATE",
                "date-time(yyyyMMdd, null=x) | default(1970-01-01T00:00:00)~x~1970-01-01T00:00:00"
            })
    void dates(String steps, String text, String result) {
        assertThat(Tried.of(steps, text)).isEqualTo(result.equals("''") ? "" : result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "number~-0~0",
                "number~-0.00~0",
                "number~+1~1",
                "number~007~7",
                "number~.5~0.5",
                "number~-.50~-0.5",
                "number~5.~NOT_A_NUMBER",
                "number~.~NOT_A_NUMBER",
                "number~-~NOT_A_NUMBER",
                "number~--1~NOT_A_NUMBER",
                "number~1-~NOT_A_NUMBER",
                "number~1 000~NOT_A_NUMBER",
                "number~１~NOT_A_NUMBER",
                "number~1e-7~0.0000001",
                "number~1.50E+07~15000000",
                "number~1e100~NOT_A_NUMBER",
                "number~1e~NOT_A_NUMBER",
                "number~0x10~NOT_A_NUMBER",
                "number~NaN~NOT_A_NUMBER",
                "number~123456789012345678901234567890.10~123456789012345678901234567890.1",
                "number(thousands=',')~1,234~1234",
                "number(thousands=',')~-12,345,678.90~-12345678.9",
                "number(thousands=',')~1234~1234",
                "number(thousands=',')~1,23~NOT_A_NUMBER",
                "number(thousands=',')~1234,567~NOT_A_NUMBER",
                "number(thousands=',')~1,234,~NOT_A_NUMBER",
                "number(thousands=',')~,234~NOT_A_NUMBER",
                "number(thousands=',')~1,234,5678~NOT_A_NUMBER",
                "number | multiply(10000)~0.1~1000",
                "number | multiply(10000)~-0.00001~-0.1",
                "number | multiply(10000)~0~0",
                "number | multiply(-1)~5~-5",
                "number | multiply(-1)~-5~5",
                "number | multiply(0.0001)~1~0.0001",
                "number | multiply(10000)~922337203685477580.7~9223372036854775807000",
                "number | multiply(10000)~99999999999999999999999.99~999999999999999999999999900",
                "number | multiply(3)~0.333333333333333333333~0.999999999999999999999"
            })
    void numbers(String steps, String text, String result) {
        assertThat(Tried.of(steps, text)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trim",
                "collapse-blanks",
                "remove-blanks",
                "half-width",
                "upper",
                "lower",
                "remove('a')",
                "replace('a', 'b')",
                "prefix('a')",
                "suffix('a')",
                "without-prefix('a')",
                "without-suffix('a')",
                "pad-left(3)",
                "first-characters(1)",
                "characters(1, 2)",
                "null-when('a')",
                "translate({a=b})",
                "identity-number-18",
                "organisation-code",
                "code(sex)",
                "date(yyyyMMdd)",
                "date-time(yyyyMMdd)",
                "number",
                "number | multiply(3)",
                "true-false(true=1, false=0)",
                "remove('x') | prefix('a')"
            })
    void noValueAndEmptyTextPassEveryFunctionBy(String steps) {
        assertThat(Tried.of(steps, null)).isEmpty();
        assertThat(Tried.of(steps, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"default('x'), x", "trim | default('x') | upper, X", "null-when('') | default('x') | suffix('y'), xy"})
    void defaultIsTheFunctionThatTakesNoValue(String steps, String result) {
        assertThat(Tried.of(steps, null)).isEqualTo(result);
        assertThat(Tried.of(steps, "")).isEqualTo(result);
    }
}
