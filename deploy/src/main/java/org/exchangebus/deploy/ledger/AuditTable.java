package org.exchangebus.deploy.ledger;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.demo.Table;
import org.exchangebus.routes.audit.AuditEntry;
import org.exchangebus.routes.audit.AuditLines;

/** Writes entries of the audit: a table, or the lines of an export. */
public final class AuditTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEADS = List.of("number", "at", "who", "act", "subject", "reason", "detail");
    private static final List<String> CHINESE_HEADS = List.of("序号", "时间", "操作人", "操作", "对象", "理由", "详情");
    private static final int LONGEST_DETAIL = 60;

    private AuditTable() {}

    public static void write(List<AuditEntry> entries, ReportFormat format, PrintWriter out, Locale locale) {
        if (format == ReportFormat.JSON) {
            entries.forEach(entry -> out.println(AuditLines.of(entry)));
        } else {
            Table table = new Table(locale.getLanguage().equals("zh") ? CHINESE_HEADS : HEADS);
            entries.forEach(entry -> table.add(cells(entry)));
            table.lines().forEach(out::println);
        }
        out.flush();
    }

    private static List<String> cells(AuditEntry entry) {
        return List.of(
                Long.toString(entry.number()),
                TIME.format(entry.at().atZone(ZoneId.systemDefault())),
                line(entry.who()),
                line(entry.act()),
                line(entry.subject()),
                entry.reason() == null ? "" : line(entry.reason()),
                shortened(line(entry.detail())));
    }

    /** What was entered is shown on a terminal, which must not obey it. */
    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…";
    }
}
