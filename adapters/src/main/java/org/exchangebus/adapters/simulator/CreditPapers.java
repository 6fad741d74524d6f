package org.exchangebus.adapters.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Makes up licences and penalties in the layout of 2015, good ones and bad ones. */
final class CreditPapers {

    static final String LICENCE =
            "XK_WSH,XK_XMMC,XK_SPLB,XK_NR,XK_XDR,XK_XDR_SHXYM,XK_XDR_ZDM,XK_XDR_GSDJ,XK_XDR_SWDJ,XK_XDR_SFZ,XK_FR,"
                    + "XK_JDRQ,XK_JZQ,XK_XZJG,XK_ZT,DFBM,SJC,BZ";
    static final String PENALTY =
            "CF_WSH,CF_CFMC,CF_CFLB1,CF_CFLB2,CF_SY,CF_YJ,CF_XDR_MC,CF_XDR_SHXYM,CF_XDR_ZDM,CF_XDR_GSDJ,CF_XDR_SWDJ,"
                    + "CF_XDR_SFZ,CF_FR,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT,DFBM,SJC,BZ";

    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final List<String> AUTHORITIES = List.of("市场监督管理局", "住房和城乡建设局", "生态环境局");
    private static final List<String> LICENCE_KINDS = List.of("普通", "特许", "认可", "核准", "登记", "普通许可");
    private static final List<String> PROJECTS = List.of("食品经营许可", "建筑工程施工许可", "排污许可", "危险化学品经营许可");
    private static final List<String> PENALTY_KINDS = List.of("警告", "责令停产停业", "行政拘留", "其他-通报批评");
    private static final List<String> OFFENCES = List.of("未取得许可从事经营案", "超标排放污染物案", "未按规定公示信息案");

    private final MadeUp madeUp;
    private final boolean isLicence;
    private final int file;
    private final int revision;

    /** Papers of one file; a later revision has the same papers with another content. */
    CreditPapers(long seed, boolean isLicence, int file, int revision) {
        this.madeUp = new MadeUp(seed * 1_000_003 + file * 2L + (isLicence ? 1 : 0));
        this.isLicence = isLicence;
        this.file = file;
        this.revision = revision;
    }

    /** Lines of a file, the header first; every {@code badEvery}th paper is bad. */
    List<String> lines(int papers, int badEvery) {
        List<String> lines = new ArrayList<>();
        lines.add(isLicence ? LICENCE : PENALTY);
        for (int i = 1; i <= papers; i++) {
            List<String> cells = isLicence ? licence(i) : penalty(i);
            boolean isBad = i % badEvery == 0;
            if (isBad) {
                spoil(cells, i / badEvery % 5);
            }
            lines.add(line(cells));
        }
        return lines;
    }

    private List<String> licence(int number) {
        Party party = party();
        LocalDate decided = madeUp.date(FIRST, LAST);
        String until = number % 3 == 0 ? "2099/12/31" : SLASHES.format(decided.plusYears(5));
        String content = "准予" + party.name + "从事" + (number % 7 == 0 ? "\"甲类\",乙类\r\n经营" : "许可经营") + revised();
        return new ArrayList<>(List.of(
                documentNumber("许", number),
                madeUp.oneOf(PROJECTS),
                madeUp.oneOf(LICENCE_KINDS),
                content,
                party.name,
                party.creditCode,
                party.organisationCode,
                party.registrationNumber,
                "",
                party.identityNumber,
                party.representative,
                SLASHES.format(decided),
                until,
                madeUp.oneOf(AUTHORITIES),
                "正常",
                madeUp.region(),
                "2026-07-01 08:00:00",
                ""));
    }

    private List<String> penalty(int number) {
        Party party = party();
        return new ArrayList<>(List.of(
                documentNumber("罚", number),
                madeUp.oneOf(OFFENCES),
                madeUp.oneOf(PENALTY_KINDS),
                "",
                "经查，" + party.name + "存在违法行为" + revised(),
                "《中华人民共和国行政处罚法》",
                party.name,
                party.creditCode,
                party.organisationCode,
                party.registrationNumber,
                "",
                party.identityNumber,
                party.representative,
                "责令自决定之日起" + madeUp.number(1, 50) + "日内改正",
                SLASHES.format(madeUp.date(FIRST, LAST)),
                madeUp.oneOf(AUTHORITIES),
                "0",
                madeUp.region(),
                "2026-07-01 08:00:00",
                number % 5 == 0 ? "　全角备注　" : ""));
    }

    private record Party(
            String name,
            String creditCode,
            String organisationCode,
            String registrationNumber,
            String identityNumber,
            String representative) {}

    private Party party() {
        if (madeUp.number(1, 5) == 1) {
            boolean isMale = madeUp.isHeads();
            LocalDate birth = madeUp.date(LocalDate.of(1950, 1, 1), LocalDate.of(1999, 12, 31));
            boolean isOld = madeUp.isHeads();
            String number = isOld ? madeUp.oldIdentityNumber(birth, isMale) : madeUp.identityNumber(birth, isMale);
            return new Party(madeUp.personName(), "", "", "", number.replace('X', 'x'), "");
        }
        String code = madeUp.socialCreditCode();
        String organisation = code.substring(8, 16) + "-" + code.charAt(16);
        return new Party(
                madeUp.companyName(), code, organisation, madeUp.registrationNumber(), "", madeUp.personName());
    }

    private void spoil(List<String> cells, int kind) {
        int party = isLicence ? 4 : 6;
        switch (kind) {
            case 0 -> {
                cells.set(party + 1, MadeUp.withWrongCheck(madeUp.socialCreditCode()));
                cells.set(party + 2, "");
                cells.set(isLicence ? 9 : 11, "");
                cells.set(isLicence ? 10 : 12, "王伟");
            }
            case 1 -> cells.set(party, "");
            // A fine without its amount, which the layout of 2018 requires and that of 2015 did not have.
            case 2 -> cells.set(2, isLicence ? "不详" : "罚款");
            case 3 -> cells.add("多出的一列");
            default -> cells.set(isLicence ? 11 : 14, "2026/02/30");
        }
    }

    private String documentNumber(String kind, int number) {
        return String.format("信%s字〔2026〕%03d-%04d号", kind, file, number);
    }

    private String revised() {
        return revision == 0 ? "" : "（第" + revision + "次更正）";
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            boolean isQuoted = cell.contains(",") || cell.contains("\"") || cell.contains("\n");
            line.append(line.isEmpty() ? "" : ",").append(isQuoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
        }
        return line.toString();
    }
}
