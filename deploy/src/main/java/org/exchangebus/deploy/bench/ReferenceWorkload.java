package org.exchangebus.deploy.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;

/**
 * Makes the reference workload: a population register as an old system drops it, 20 columns, about 239 bytes a row.
 *
 * <p>No header, RFC 4180 quoting, LF line ends, made-up people; every identity number (GB 11643) and credit
 * code (GB 32100) has a right check digit. The same seed gives the same bytes.
 */
final class ReferenceWorkload {

    private static final String[] SURNAMES = split("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕");
    private static final String[] GIVEN = split("伟芳娜敏静秀英丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉建国华玉梅志红海波云龙鑫宇浩然子涵欣怡梓轩");
    private static final String[] REGIONS = {
        "110101", "120101", "130102", "210102", "310101", "320102", "330102", "370102", "420102", "440103", "500101",
        "610102"
    };
    private static final String[] AREAS = {
        "北京市东城区", "天津市和平区", "石家庄市长安区", "沈阳市和平区", "上海市黄浦区", "南京市玄武区",
        "杭州市上城区", "济南市历下区", "武汉市江岸区", "广州市荔湾区", "重庆市万州区", "西安市新城区"
    };
    private static final String[] ROADS = {
        "人民路", "解放大道", "建设街", "中山北路", "和平里", "文化巷", "科技园路", "滨河东路", "长江路", "黄河路", "新华街", "青年路"
    };
    private static final String[] OFFICES = {
        "人力资源和社会保障局",
        "公安局",
        "卫生健康委员会",
        "教育局",
        "市场监督管理局",
        "民政局",
        "税务局",
        "自然资源和规划局",
        "住房公积金管理中心",
        "医疗保障局",
        "信息技术有限公司",
        "建筑工程有限公司"
    };
    private static final String[] REMARKS = {
        "", "", "", "正常", "迁入登记", "户籍信息已核对", "数据由旧系统导出", "待人工复核", "本人申请变更联系方式", "与公安库比对一致"
    };
    private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String ID_CHECK = "10X98765432";
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final SplittableRandom random;
    private final StringBuilder row = new StringBuilder(512);

    ReferenceWorkload(long seed) {
        random = new SplittableRandom(seed);
    }

    /**
     * Writes {@code rows} rows.
     *
     * @return how many bytes they are
     */
    long write(Path file, long rows, Charset charset) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StringBuilder block = new StringBuilder(1 << 18);
            for (long i = 1; i <= rows; i++) {
                block.append(row(i)).append('\n');
                if (block.length() > 1 << 17 || i == rows) {
                    out.write(block.toString().getBytes(charset));
                    block.setLength(0);
                }
            }
        }
        return Files.size(file);
    }

    private CharSequence row(long number) {
        int area = random.nextInt(REGIONS.length);
        LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(30_000));
        int sequence = random.nextInt(1, 1000);
        String name = pick(SURNAMES) + pick(GIVEN) + (random.nextInt(10) < 7 ? pick(GIVEN) : "");
        LocalDateTime registered =
                LocalDate.of(2015, 1, 1).plusDays(random.nextInt(3400)).atStartOfDay();
        LocalDateTime updated = registered.plusSeconds(random.nextInt(86_400 * 90));
        row.setLength(0);
        row.append(number).append(',').append(identityNumber(REGIONS[area], birth, sequence));
        row.append(',').append(name).append(',').append(sequence % 2 == 1 ? '1' : '2');
        row.append(',').append(COMPACT.format(birth)).append(',');
        twoDigits(random.nextInt(10) == 0 ? random.nextInt(1, 57) : 1);
        row.append(",1")
                .append(3_000_000_000L + random.nextLong(6_999_999_999L))
                .append(',')
                .append(REGIONS[area]);
        row.append(',')
                .append(AREAS[area])
                .append(pick(ROADS))
                .append(random.nextInt(1, 1000))
                .append('号');
        row.append(random.nextInt(1, 31))
                .append('幢')
                .append(random.nextInt(33) * 100 + random.nextInt(101, 105))
                .append('室');
        row.append(',')
                .append(AREAS[area], 0, 3)
                .append(pick(OFFICES))
                .append(',')
                .append(creditCode(REGIONS[area]));
        row.append(',').append(random.nextInt(300_000)).append('.');
        twoDigits(random.nextInt(100));
        row.append(',').append(random.nextInt(1, 5)).append(',').append(registered.toLocalDate());
        row.append(',').append(SECONDS.format(updated)).append(",H").append(REGIONS[area]);
        row.append(10_000_000 + random.nextInt(90_000_000))
                .append(',')
                .append(random.nextInt(1, 5))
                .append("0,");
        row.append(random.nextInt(1, 9)).append("0,");
        remark(name);
        row.append(",u").append(10_000_000 + number % 10_000_000).append("@gov.example.cn");
        return row;
    }

    private void remark(String name) {
        if (random.nextInt(100) < 3) {
            row.append("\"备注:\"\"").append(name).append("\"\", 需复核\"");
        } else {
            row.append(pick(REMARKS));
        }
    }

    private void twoDigits(int value) {
        if (value < 10) {
            row.append('0');
        }
        row.append(value);
    }

    private static String identityNumber(String region, LocalDate birth, int sequence) {
        String body = region + COMPACT.format(birth) + String.format("%03d", sequence);
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (body.charAt(i) - '0') * ID_WEIGHTS[i];
        }
        return body + ID_CHECK.charAt(sum % 11);
    }

    private String creditCode(String region) {
        StringBuilder code = new StringBuilder("91").append(region);
        while (code.length() < 17) {
            code.append(CREDIT_ALPHABET.charAt(random.nextInt(31)));
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CREDIT_ALPHABET.indexOf(code.charAt(i)) * CREDIT_WEIGHTS[i];
        }
        return code.append(CREDIT_ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }

    private String pick(String[] words) {
        return words[random.nextInt(words.length)];
    }

    private static String[] split(String characters) {
        return characters.split("");
    }
}
