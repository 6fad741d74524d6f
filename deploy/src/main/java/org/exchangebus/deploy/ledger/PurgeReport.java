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
import org.exchangebus.routes.ledger.Claims.Releasable;
import org.exchangebus.routes.purge.Purge;
import org.jspecify.annotations.Nullable;

/** Writes which runs gave up what they took: a table with a sum, or one JSON object per run and one for all. */
public final class PurgeReport {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final PrintWriter out;
    private final boolean isChinese;

    public PurgeReport(PrintWriter out, Locale locale) {
        this.out = out;
        isChinese = locale.getLanguage().equals("zh");
    }

    /** @param outcome null where nothing was done, only looked at */
    public void write(List<Releasable> runs, Purge.@Nullable Outcome outcome, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            runs.forEach(run -> out.println(json(run)));
            out.println(json(runs, outcome));
        } else {
            Table table = new Table(
                    isChinese
                            ? List.of("运行", "流程", "结束时间", "段", "字节")
                            : List.of("run", "flow", "closed", "segments", "bytes"));
            runs.forEach(run -> table.add(List.of(
                    Long.toString(run.run()),
                    run.flow(),
                    time(run.closedAt()),
                    Integer.toString(run.segments()),
                    Long.toString(run.bytes()))));
            table.lines().forEach(out::println);
            out.println();
            out.println(sentence(runs, outcome));
        }
        out.flush();
    }

    private String sentence(List<Releasable> runs, Purge.@Nullable Outcome outcome) {
        if (outcome == null) {
            String format = isChinese ? "可清除 %d 次运行；未作任何修改。" : "%d runs may go; nothing was changed.";
            return format.formatted(runs.size());
        }
        String format = isChinese ? "已清除 %d 次运行，删除 %d 个文件，共 %d 字节。" : "%d runs purged, %d files of %d bytes removed.";
        return format.formatted(outcome.runs(), outcome.files(), outcome.bytes());
    }

    private static ObjectNode json(Releasable run) {
        return JSON.createObjectNode()
                .put("run", run.run())
                .put("flow", run.flow())
                .put("closed", run.closedAt().toString())
                .put("segments", run.segments())
                .put("bytes", run.bytes());
    }

    private static ObjectNode json(List<Releasable> runs, Purge.@Nullable Outcome outcome) {
        ObjectNode json = JSON.createObjectNode().put("runs", runs.size()).put("dryRun", outcome == null);
        if (outcome != null) {
            json.put("files", outcome.files()).put("stored", outcome.bytes());
        }
        return json;
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
