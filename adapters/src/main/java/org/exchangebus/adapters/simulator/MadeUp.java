package org.exchangebus.adapters.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/**
 * Invents people, companies and their numbers: all fictitious, all with right check digits, the same for the same seed.
 *
 * <p>The check digits are computed here and not taken from {@code schemas.identifier}, so that one proves the other.
 */
public final class MadeUp {

    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华建国志红春梅玉龙海燕晓东宁欣怡子涵";
    private static final String TRADE_NAMES = "恒瑞达盛华鑫源通泰安宏博远嘉诚信和顺隆兴昌润泽";
    private static final List<String> TRADES = List.of("商贸", "科技", "建筑工程", "餐饮管理", "物流", "环保设备", "医疗器械", "农业发展");
    private static final List<String> REGIONS =
            List.of("110105", "120103", "310112", "330106", "370202", "420106", "440106", "510104", "610113");
    private static final List<String> CITIES = List.of("北京市", "天津市", "上海市", "杭州市", "青岛市", "武汉市", "广州市", "成都市", "西安市");
    private static final List<String> STREETS = List.of("人民路", "解放大道", "中山北路", "建设街", "和平里", "新华西路", "长江路");

    private final Random random;

    public MadeUp(long seed) {
        this.random = new Random(seed);
    }

    public int number(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    public <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    public boolean isHeads() {
        return random.nextBoolean();
    }

    public LocalDate date(LocalDate first, LocalDate last) {
        return first.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(first, last) + 1));
    }

    public String personName() {
        String name = letter(SURNAMES) + letter(GIVEN);
        return random.nextInt(3) == 0 ? name : name + letter(GIVEN);
    }

    public String companyName() {
        return oneOf(CITIES).replace("市", "") + letter(TRADE_NAMES) + letter(TRADE_NAMES) + oneOf(TRADES) + "有限公司";
    }

    public String address() {
        return oneOf(CITIES) + oneOf(STREETS) + number(1, 999) + "号" + number(1, 30) + "幢" + number(101, 2304) + "室";
    }

    /** Six digits of GB/T 2260. */
    public String region() {
        return oneOf(REGIONS);
    }

    /** GB 11643: 18 characters, the 17th odd for men. */
    public String identityNumber(LocalDate birth, boolean isMale) {
        int sequence = number(0, 499) * 2 + (isMale ? 1 : 0);
        String body = region() + COMPACT.format(birth) + String.format("%03d", sequence);
        return body + identityCheck(body);
    }

    /** The 15 digits of before 1999, for somebody born in the 20th century. */
    public String oldIdentityNumber(LocalDate birth, boolean isMale) {
        String number = identityNumber(birth, isMale);
        return number.substring(0, 6) + number.substring(8, 17);
    }

    /** GB 32100: 18 characters; an enterprise registered by market regulation. */
    public String socialCreditCode() {
        String body = "91" + region() + organisationCode();
        return body + socialCreditCheck(body);
    }

    /** GB 11714: 9 characters, without hyphen. */
    public String organisationCode() {
        StringBuilder body = new StringBuilder("MA");
        for (int i = 0; i < 6; i++) {
            body.append(USCC_ALPHABET.charAt(random.nextInt(USCC_ALPHABET.length())));
        }
        return body.append(organisationCheck(body.toString())).toString();
    }

    /** GS 15: 15 digits. */
    public String registrationNumber() {
        String body = region() + String.format("%08d", number(0, 39_999_999));
        return body + registrationCheck(body);
    }

    public String mobile() {
        return "1" + oneOf(List.of("38", "39", "50", "58", "86")) + String.format("%08d", number(0, 99_999_999));
    }

    /** The same number with another last character: whoever checks it finds it wrong. */
    public static String withWrongCheck(String number) {
        char last = number.charAt(number.length() - 1);
        return number.substring(0, number.length() - 1) + (last == '1' ? '2' : '1');
    }

    static char identityCheck(String body) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    static char socialCreditCheck(String body) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += USCC_ALPHABET.indexOf(body.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return USCC_ALPHABET.charAt((31 - sum % 31) % 31);
    }

    static char organisationCheck(String body) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(body.charAt(i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }

    static char registrationCheck(String body) {
        int product = 10;
        for (int i = 0; i < 14; i++) {
            int sum = (product + body.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    private String letter(String letters) {
        return String.valueOf(letters.charAt(random.nextInt(letters.length())));
    }
}
