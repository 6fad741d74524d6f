package org.exchangebus.adapters.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A made-up enterprise in the columns and habits of a market registry; {@code columns()} name the cells in order. */
record Enterprise(String pripid, boolean isGood, List<@Nullable String> cells) {

    private static final LocalDate FIRST = LocalDate.of(1994, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final List<String> INDUSTRIES =
            List.of("5131", "5219", "4710", "6513", "5432", "6210", "0111", "35");
    private static final List<String> SCOPES = List.of(
            "日用百货、五金交电、建筑材料的批发与零售",
            "软件开发;信息系统集成服务;数据处理服务",
            "房屋建筑工程施工(凭资质证书经营)",
            "道路货物运输(不含危险货物)",
            "餐饮服务;会议及展览服务",
            "环境保护专用设备的研发、制造、销售",
            "第二类医疗器械销售",
            "谷物种植;农产品初加工");

    static List<String> columns() {
        return List.of(
                "pripid",
                "uniscid",
                "regno",
                "entname",
                "regorg",
                "regstate",
                "enttype",
                "industryco",
                "lerep",
                "certype",
                "cerno",
                "country",
                "regcap",
                "regcapcur",
                "dom",
                "domdistrict",
                "proloc",
                "opscope",
                "estdate",
                "apprdate",
                "opfrom",
                "opto",
                "postalcode",
                "tel");
    }

    /** The enterprise of a number; each kind of error that there is comes in turn among the bad ones. */
    static Enterprise of(long number, boolean isGood, MadeUp madeUp) {
        LocalDate established = madeUp.date(FIRST, LAST);
        LocalDate approved = madeUp.date(established, LAST);
        LocalDate birth = madeUp.date(LocalDate.of(1955, 1, 1), LocalDate.of(1999, 12, 31));
        String region = madeUp.region();
        String code = madeUp.socialCreditCode();
        List<@Nullable String> cells = new ArrayList<>();
        cells.add("E%010d".formatted(number));
        cells.add(code);
        cells.add(number % 7 == 0 ? null : madeUp.registrationNumber());
        cells.add(madeUp.companyName() + (number % 11 == 0 ? " " : ""));
        cells.add(region);
        cells.add(madeUp.oneOf(List.of("1", "1", "1", "1", "2", "3")));
        cells.add(madeUp.oneOf(List.of("1130", "1140", "1150")));
        cells.add(madeUp.oneOf(INDUSTRIES));
        cells.add(number % 23 == 0 ? "𠮷田" + madeUp.personName() : madeUp.personName());
        cells.add("10");
        String identity = madeUp.identityNumber(birth, madeUp.isHeads());
        cells.add(number % 5 == 0 ? identity.toLowerCase(java.util.Locale.ROOT) : identity);
        cells.add("156");
        cells.add(madeUp.oneOf(List.of("10.000000", "50.000000", "100.000000", "500.500000", "2000.123400")));
        cells.add(number % 3 == 0 ? "CNY" : "156");
        cells.add(madeUp.address());
        cells.add(region);
        cells.add(madeUp.oneOf(List.of("暂无", "", madeUp.address())));
        cells.add(madeUp.oneOf(SCOPES));
        cells.add(established.toString());
        cells.add(approved.toString());
        cells.add(established.toString());
        cells.add(number % 4 == 0 ? established.plusYears(20).toString() : "9999-09-09");
        cells.add(number % 6 == 0 ? "\\N" : region.substring(0, 4) + "00");
        cells.add(number % 9 == 0 ? "-" : madeUp.mobile());
        if (!isGood) {
            spoil(cells, number);
        }
        return new Enterprise("E%010d".formatted(number), isGood, cells);
    }

    private static void spoil(List<@Nullable String> cells, long number) {
        switch ((int) (number % 5)) {
            case 0 -> set(cells, "uniscid", MadeUp.withWrongCheck(String.valueOf(cells.get(1))));
            case 1 -> set(cells, "entname", null);
            case 2 -> set(cells, "regstate", "Z");
            case 3 -> set(cells, "estdate", "0000-00-00");
            default -> set(cells, "uniscid", null);
        }
    }

    private static void set(List<@Nullable String> cells, String column, @Nullable String value) {
        cells.set(columns().indexOf(column), value);
    }
}
