package org.exchangebus.transformers.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Random;
import org.exchangebus.transformers.mapping.Tried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nasty inputs of the library beyond plain text, and functions against the obvious ones; capitals are a problem. */
class LibraryTest {

    private static final String[] DIGITS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "part('-', 1)~a-b~a",
                "part('-', 2)~a--b~''",
                "part('-', 3)~a--b~b",
                "part('——', 2)~甲——乙~乙",
                "part('-', 1)~a~a",
                "parts('-', [2, 2, 1], with=', ')~a-b~b, b, a",
                "parts('-', [2, 1])~-b~b",
                "parts('-', [2])~a~NO_SUCH_PART",
                "last-characters(1)~田𠮷~𠮷",
                "last-characters(9)~田𠮷~田𠮷",
                "pad-right(3, '#')~甲~甲##",
                "pad-right(1)~甲乙~TOO_LONG",
                "full-width~a 甲~ａ\u3000甲",
                "full-width(only=letters-and-digits)~a-1~ａ-１",
                "nfc~A\u030a~\u00c5",
                "nfc~\u212b~\u00c5",
                "nfc~\uf92c~\u90ce",
                "nfc~e\u0323\u0302~\u1ec7",
                "simplified~王小明𠮷~王小明𠮷",
                "simplified~㗲~𠵾",
                "simplified~臺灣~SHARED_CHARACTER",
                "simplified~皇后~皇后",
                "mask(1, 1)~𠮷田一~𠮷*一",
                "mask(1, 1)~𠮷田~**",
                "mask(last=4, with='#')~13800001234~#######1234",
                "region-address~110105北京市人民路1号~北京市朝阳区人民路1号",
                "region-address~110105北京市朝阳区人民路1号~北京市朝阳区人民路1号",
                "region-address~440304深圳市莲花路1号~广东省深圳市福田区莲花路1号",
                "region-address~440304广东省福田区莲花路1号~广东省深圳市福田区莲花路1号",
                "region-address~440300~广东省深圳市",
                "region-address~440000~广东省",
                "region-address~419001~河南省济源市",
                "region-address~110228密云县城~北京市密云县城",
                "region-address~990105人民路~NOT_A_REGION",
                "region-address~11010~NOT_A_REGION",
                "region-address~人民路110105~NOT_A_REGION",
                "region-level(province)~11010X~NOT_A_REGION",
                "region-level(province)~1101051~NOT_A_REGION",
                "date(yyyyMMdd) | year~00010101~0001",
                "date(yyyyMMdd) | decade~99991231~9990"
            })
    void texts(String steps, String text, String result) {
        assertThat(Tried.of(steps, text)).isEqualTo(result.equals("''") ? "" : result);
    }

    @ParameterizedTest
    @CsvSource({
        "零, 0",
        "〇, 0",
        "五, 5",
        "十, 10",
        "十五, 15",
        "一十五, 15",
        "一百, 100",
        "一百零五, 105",
        "一百一十, 110",
        "一千零五, 1005",
        "一千零五十, 1050",
        "一千五百, 1500",
        "两千, 2000",
        "十万, 100000",
        "十万五千, 105000",
        "一万零五, 10005",
        "一百万五千, 1005000",
        "一百万零五千, 1005000",
        "一亿, 100000000",
        "一亿零五, 100000005",
        "十二亿三千四百五十六万七千八百九十, 1234567890",
        "三万亿, 3000000000000",
        "貳仟零壹拾捌萬, 20180000",
        "负〇点五, -0.5",
        "三点一四一五, 3.1415",
        "三点〇, 3",
        "〇〇七, 7",
        "负零, 0",
        "三百五, NOT_A_HAN_NUMBER",
        "一万五, NOT_A_HAN_NUMBER",
        "一千五十, NOT_A_HAN_NUMBER",
        "一万五十, NOT_A_HAN_NUMBER",
        "一百零五十, NOT_A_HAN_NUMBER",
        "一百零零五, NOT_A_HAN_NUMBER",
        "一百零, NOT_A_HAN_NUMBER",
        "百, NOT_A_HAN_NUMBER",
        "百一, NOT_A_HAN_NUMBER",
        "十百, NOT_A_HAN_NUMBER",
        "二十三十, NOT_A_HAN_NUMBER",
        "万, NOT_A_HAN_NUMBER",
        "一亿亿, NOT_A_HAN_NUMBER",
        "一百万万, NOT_A_HAN_NUMBER",
        "两〇, NOT_A_HAN_NUMBER",
        "三点, NOT_A_HAN_NUMBER",
        "点五, NOT_A_HAN_NUMBER",
        "三点十, NOT_A_HAN_NUMBER",
        "三点一点一, NOT_A_HAN_NUMBER",
        "负, NOT_A_HAN_NUMBER",
        "负负一, NOT_A_HAN_NUMBER",
        "3万, NOT_A_HAN_NUMBER",
        "一 百, NOT_A_HAN_NUMBER",
        "一二三四五六七八九〇一二三四五六七八, 123456789012345678",
        "一二三四五六七八九〇一二三四五六七八九, NOT_A_HAN_NUMBER"
    })
    void numbersInChinese(String text, String result) {
        assertThat(Tried.of("chinese-number", text)).isEqualTo(result);
    }

    @Test
    void everyNumberThatIsWrittenInChineseIsReadAgain() {
        Tried number = new Tried("chinese-number");
        Random random = new Random(10_000);
        for (int i = 0; i < 100_000; i++) {
            long written =
                    i < 20_000 ? i : Math.floorMod(random.nextLong(), (long) Math.pow(10, 1 + random.nextInt(12)));

            String read = number.on(chinese(written));

            if (!read.equals(Long.toString(written))) {
                assertThat(read).as(chinese(written)).isEqualTo(Long.toString(written));
            }
        }
    }

    private static String chinese(long number) {
        if (number >= 100_000_000) {
            return chinese(number / 100_000_000) + "亿" + rest(number % 100_000_000, 10_000_000);
        }
        if (number >= 10_000) {
            return chinese(number / 10_000) + "万" + rest(number % 10_000, 1_000);
        }
        String[] units = {"千", "百", "十", ""};
        StringBuilder text = new StringBuilder();
        boolean hasGap = false;
        for (int i = 0, worth = 1_000; i < 4; i++, worth /= 10) {
            int digit = (int) (number / worth % 10);
            hasGap |= digit == 0 && text.length() > 0;
            if (digit > 0) {
                text.append(hasGap ? "零" : "").append(DIGITS[digit]).append(units[i]);
                hasGap = false;
            }
        }
        return text.length() == 0 ? "零" : text.toString();
    }

    private static String rest(long number, long leastWithoutZero) {
        return number == 0 ? "" : (number < leastWithoutZero ? "零" : "") + chinese(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "chinese-date~二零二六年一月一日~2026-01-01",
                "chinese-date~二○二四年二月二十九日~2024-02-29",
                "chinese-date~二〇二三年二月二十九日~NOT_A_DATE",
                "chinese-date~二〇二六年十二月三十一号~2026-12-31",
                "chinese-date~2026年02月03日~2026-02-03",
                "chinese-date~2026年十一月3日~2026-11-03",
                "chinese-date~26年11月3日~NOT_A_DATE",
                "chinese-date~二六年十一月三日~NOT_A_DATE",
                "chinese-date~2026年13月1日~NOT_A_DATE",
                "chinese-date~2026年11月3日晚~NOT_A_DATE",
                "chinese-date~2026-11-03~NOT_A_DATE",
                "chinese-date~年月日~NOT_A_DATE",
                "chinese-date~2026年~INCOMPLETE_DATE",
                "chinese-date~2026年11月~INCOMPLETE_DATE",
                "chinese-date(missing=last)~2024年2月~2024-02-29",
                "chinese-date(missing=last)~2024年~2024-12-31",
                "chinese-date(missing=first)~二〇二六年~2026-01-01",
                "chinese-date(missing=first)~2026年13月~NOT_A_DATE",
                "chinese-date~丙午年正月初一~LUNAR_DATE",
                "chinese-date~丙午年五月三日~LUNAR_DATE",
                "chinese-date~二〇二六年十一月廿三~LUNAR_DATE",
                "chinese-date~光绪三十年五月三日~DATE_OF_ERA",
                "date(yyyy-MM-dd)~昭和54年5月3日~DATE_OF_ERA",
                "date(yyyy-MM-dd)~农历五月初五~LUNAR_DATE",
                "date(yy-M-d, pivot=1950)~49-1-2~2049-01-02",
                "date(yy-M-d, pivot=1950)~50-1-2~1950-01-02",
                "date(yyMMdd, pivot=2000)~000229~2000-02-29",
                "date(yyMMdd, pivot=1901)~000229~2000-02-29",
                "date(yyMMdd, pivot=1900)~000229~NOT_A_DATE",
                "date-time('yy-MM-dd HH:mm', pivot=1970)~69-12-31 23:59~2069-12-31T23:59:00",
                "date(yyyyMM, missing=first)~202602~2026-02-01",
                "date(yyyyMM, missing=last)~202602~2026-02-28",
                "date(yyyyMM, missing=last)~202613~NOT_A_DATE",
                "date(yyyyMM, missing=last)~202600~NOT_A_DATE",
                "date(yyyy, missing=last)~2026~2026-12-31",
                "date(yyyy, missing=last)~0000~NOT_A_DATE",
                "partial-date(yyyy年M月d日, yyyy年M月, yyyy年)~2026年2月~2026-02",
                "partial-date(yyyy年M月d日, yyyy年M月, yyyy年)~2026年2月3日~2026-02-03",
                "partial-date(yyMM, pivot=1970)~7001~1970-01",
                "partial-date(yyyyMM)~2026021~NOT_A_DATE"
            })
    void dates(String steps, String text, String result) {
        assertThat(Tried.of(steps, text)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "number(units={万元=10000, 元=1, ''=1})~12万元~120000",
                "number(units={万元=10000, 元=1, ''=1})~12元~12",
                "number(units={万元=10000, 元=1, ''=1})~12~12",
                "number(units={万元=10000})~12~UNKNOWN_UNIT",
                "number(units={万元=10000})~万元~UNKNOWN_UNIT",
                "number(units={万元=10000})~1.2.3万元~NOT_A_NUMBER",
                "number(units={%=0.01})~-5%~-0.05",
                "number(units={%=0.01}, negative=behind)~5-%~-0.05",
                "number(thousands=',', units={亿元=100000000}, negative=brackets)~(1,234.5亿元)~-123450000000",
                "number(negative=brackets)~(0)~0",
                "number(negative=brackets)~(-1)~NOT_A_NUMBER",
                "number(negative=brackets)~(1~NOT_A_NUMBER",
                "number(negative=brackets)~()~NOT_A_NUMBER",
                "number(negative=brackets)~)(~NOT_A_NUMBER",
                "number(negative=brackets)~(~NOT_A_NUMBER",
                "number(negative=brackets)~1-~NOT_A_NUMBER",
                "number(negative=behind)~-1-~NOT_A_NUMBER",
                "number(negative=behind)~-~NOT_A_NUMBER",
                "number(negative=[brackets, behind])~(1-)~NOT_A_NUMBER",
                "number | round(0, exact)~12~12",
                "number | round(1, half-up)~0.05~0.1",
                "number | round(1, half-up)~-0.04~0",
                "number | round(0, half-even)~0.5~0",
                "number | round(0, half-even)~1.5~2",
                "number | round(0, half-even)~0.51~1",
                "number | round(2, up)~9.991~10",
                "number | round(0, ceiling)~-0.9~0"
            })
    void numbers(String steps, String text, String result) {
        assertThat(Tried.of(steps, text)).isEqualTo(result);
    }

    @ParameterizedTest
    @EnumSource(
            value = RoundingMode.class,
            names = {"UNNECESSARY", "HALF_DOWN"},
            mode = EnumSource.Mode.EXCLUDE)
    void roundsAsBigDecimalDoes(RoundingMode mode) {
        Random random = new Random(mode.ordinal());
        for (int decimals = 0; decimals < 4; decimals++) {
            Tried tried = new Tried("number | round(" + decimals + ", "
                    + mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ")");
            for (int i = 0; i < 2_000; i++) {
                BigDecimal number = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(8));
                BigDecimal rounded = number.setScale(decimals, mode);
                String expected = rounded.signum() == 0
                        ? "0"
                        : rounded.stripTrailingZeros().toPlainString();

                assertThat(tried.on(number.toPlainString())).as("of %s", number).isEqualTo(expected);
            }
        }
    }

    @Test
    void composesAsTheJdkDoesWhateverStandsInThePlane() {
        Tried nfc = new Tried("nfc");
        for (int c = 0x80; c < 0x30000; c++) {
            if (c < 0xD800 || c > 0xDFFF) {
                String text = "e" + Character.toString(c) + "\u0301";

                if (!nfc.on(text).equals(Normalizer.normalize(text, Normalizer.Form.NFC))) {
                    assertThat(nfc.on(text)).as("U+%04X", c).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "identity-number-birth-date, 440524188001010014, 1880-01-01",
        "identity-number-sex, 440524188001010014, 1",
        "identity-number-sex, 11010519491231002x, 2",
        "identity-number-region, 360426910101007, 360426",
        "identity-number-birth-date, 110105491331002, WRONG_IDENTITY_NUMBER",
        "identity-number-birth-date, 11010519491331002X, WRONG_IDENTITY_NUMBER",
        "identity-number-sex, 36042619910102009X, WRONG_IDENTITY_NUMBER",
        "identity-number-18, 110105491331002, NOT_AN_IDENTITY_NUMBER",
        "credit-code-organisation-code, 9144030071526726XG, 71526726X",
        "credit-code-organisation-code, 91350100M0001TGQXM, M0001TGQX",
        "credit-code-organisation-code, 9111000060003IOZSV, NOT_A_CREDIT_CODE"
    })
    void identifiers(String steps, String text, String result) {
        assertThat(Tried.of(steps, text)).isEqualTo(result);
    }

    @Test
    void digestsAsTheStandardsExampleDoes() {
        assertThat(Tried.of("sm3", "abcd".repeat(16)))
                .isEqualTo("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
    }

    @Test
    void everyDayOfThisCenturyIsReadInChinese() {
        Tried date = new Tried("chinese-date");
        for (LocalDate day = LocalDate.of(2000, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
            StringBuilder year = new StringBuilder();
            Integer.toString(day.getYear()).chars().forEach(digit -> year.append(DIGITS[digit - '0']));

            String text = year + "年" + chinese(day.getMonthValue()) + "月" + chinese(day.getDayOfMonth()) + "日";

            assertThat(date.on(text)).isEqualTo(day.toString());
        }
    }
}
