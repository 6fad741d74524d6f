package org.exchangebus.deploy.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.demo.Table;
import org.exchangebus.routes.ledger.ListedRun;
import org.exchangebus.routes.ledger.RunReport;

/** Writes runs: a table with the reasons below it, or one JSON object per run. */
public final class RunTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEADS = List.of(
            "run", "flow", "opened", "state", "red", "read", "delivered", "unchanged", "quarantined", "difference");
    private static final List<String> CHINESE_HEADS =
            List.of("运行", "流程", "开始时间", "状态", "红色", "读取", "送达", "未变", "隔离", "差额");

    private final PrintWriter out;
    private final boolean isChinese;

    public RunTable(PrintWriter out, Locale locale) {
        this.out = out;
        isChinese = locale.getLanguage().equals("zh");
    }

    public void write(List<ListedRun> runs, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            runs.forEach(run -> out.println(json(run)));
        } else {
            writeTable(runs);
            runs.forEach(this::writeReason);
        }
        out.flush();
    }

    static ObjectNode json(ListedRun run) {
        RunReport report = run.report();
        ObjectNode json = JSON.createObjectNode()
                .put("run", report.run())
                .put("flow", run.flow())
                .put("state", report.state())
                .put("red", run.isRed())
                .put("opened", run.openedAt().toString())
                .put("closed", run.closedAt() == null ? null : run.closedAt().toString())
                .put("read", report.read())
                .put("delivered", report.delivered())
                .put("unchanged", report.unchanged())
                .put("quarantined", report.quarantined())
                .put("filtered", report.filtered())
                .put("removed", report.removed())
                .put("difference", report.difference())
                .put("digestEqual", report.digestEqual())
                .put("reason", report.reason());
        ListedRun.Closing closing = run.closing();
        if (closing != null) {
            json.putObject("closing")
                    .put("who", closing.who())
                    .put("at", closing.at().toString())
                    .put("reason", closing.reason());
        }
        return json;
    }

    private void writeTable(List<ListedRun> runs) {
        Table table = new Table(isChinese ? CHINESE_HEADS : HEADS);
        for (ListedRun run : runs) {
            RunReport report = run.report();
            table.add(List.of(
                    Long.toString(report.run()),
                    run.flow(),
                    time(run.openedAt()),
                    report.state(),
                    red(run),
                    Long.toString(report.read()),
                    Long.toString(report.delivered()),
                    Long.toString(report.unchanged()),
                    Long.toString(report.quarantined()),
                    Long.toString(report.difference())));
        }
        table.lines().forEach(out::println);
    }

    private String red(ListedRun run) {
        if (run.closing() != null) {
            return isChinese ? "已关闭" : "closed";
        }
        if (isChinese) {
            return run.isRed() ? "是" : "否";
        }
        return run.isRed() ? "yes" : "no";
    }

    private void writeReason(ListedRun run) {
        if (run.report().reason() != null) {
            out.println();
            out.println(
                    run.flow() + " " + run.report().run() + "  " + run.report().reason());
        }
        ListedRun.Closing closing = run.closing();
        if (closing != null) {
            out.println("  " + (isChinese ? "关闭：" : "closed: ") + time(closing.at()) + "  " + closing.who() + "  "
                    + closing.reason());
        }
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
