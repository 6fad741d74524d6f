package org.exchangebus.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.exchangebus.routes.ledger.DoubtEntry;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.RunReport;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final RunReport RUN = new RunReport(
            "market-registry", "enterprise", 3, "BALANCED", 415, 400, 0, 15, 0, 7, 3, 0, 0, true, 1.7914, null);
    private static final RunReport RED = new RunReport(
            "credit-office", "licence", 4, "UNBALANCED", 7, 5, 0, 1, 0, 0, 0, 0, 1, false, 0.5, "1 record is missing");
    private static final QuarantineEntry ENTRY = new QuarantineEntry(
            1,
            "RECORD",
            "market-registry-enterprise",
            3,
            "market_entity",
            27,
            "k",
            "state",
            "code",
            "MAPPING-103",
            "item 'state': code(entity-state) does not know 'Z'.",
            List.of("state", "Z", "code(entity-state)"),
            new byte[0],
            "WAITING",
            1,
            Instant.EPOCH,
            Instant.EPOCH);

    private static final DoubtEntry DOUBT = new DoubtEntry(
            "market-registry-enterprise",
            "currency",
            "code-table",
            "SCHEMA-201",
            3,
            "market_entity",
            9,
            "'currency' is 'XAU', which 'currency' does not list; the table is open, so it passes.",
            List.of("currency", "XAU", "currency"));

    @Test
    void writesOneJsonObjectPerRunAndNothingElse() {
        assertThat(write(ReportFormat.JSON, Locale.ENGLISH).lines())
                .containsExactly(
                        "{\"system\":\"market-registry\",\"source\":\"enterprise\",\"run\":3,\"read\":415,"
                                + "\"delivered\":400,\"unchanged\":0,\"quarantined\":15,\"filtered\":0,"
                                + "\"removed\":7,\"doubts\":3,\"difference\":0,\"digestEqual\":true,\"seconds\":1.791}",
                        "{\"system\":\"credit-office\",\"source\":\"licence\",\"run\":4,\"read\":7,"
                                + "\"delivered\":5,\"unchanged\":0,\"quarantined\":1,\"filtered\":0,"
                                + "\"removed\":0,\"doubts\":0,\"difference\":1,\"digestEqual\":false,\"seconds\":0.5}");
    }

    @Test
    void writesATableTheReasonOfARedRunAndTheQuarantine() {
        assertThat(write(ReportFormat.TEXT, Locale.ENGLISH)).isEqualTo("""
                        system           source      read  delivered  unchanged  quarantined  filtered  removed  doubts  difference  digest equal  seconds
                        market-registry  enterprise   415        400          0           15         0        7       3           0  yes              1.79
                        credit-office    licence        7          5          0            1         0        0       0           1  no               0.50

                        credit-office-licence  UNBALANCED  1 record is missing

                        In quarantine:
                        flow                        place             item   rule  code         reason
                        market-registry-enterprise  market_entity:27  state  code  MAPPING-103  item 'state': code(entity-state) does not know 'Z'.

                        Delivered with a doubt:
                        flow                        records  first place      item      rule        code        first reason
                        market-registry-enterprise        3  market_entity:9  currency  code-table  SCHEMA-201  'currency' is 'XAU', which 'currency' does not list; the table is open, so it passes.
                        """);
    }

    @Test
    void alignsChineseHeadsWhichAreTwiceAsWide() {
        List<String> lines =
                write(ReportFormat.TEXT, Locale.CHINESE).lines().limit(2).toList();
        assertThat(lines.get(0)).contains("送达").contains("摘要一致");
        assertThat(TextWidth.of(lines.get(0).substring(0, lines.get(0).indexOf("读取"))))
                .isLessThanOrEqualTo(lines.get(1).indexOf("415"));
    }

    @Test
    void tellsTheReasonsInTheLanguageOfTheReader() {
        assertThat(write(ReportFormat.TEXT, Locale.CHINESE)).containsPattern("MAPPING-103 .*[一-鿿].*Z");
    }

    private static String write(ReportFormat format, Locale locale) {
        StringWriter written = new StringWriter();
        new Report(new PrintWriter(written), locale)
                .write(
                        List.of(
                                new RunResult(RUN, List.of(ENTRY), List.of(DOUBT)),
                                new RunResult(RED, List.of(), List.of())),
                        format);
        return written.toString();
    }
}
