package org.exchangebus.deploy.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.deploy.problem.KnownProblems;
import org.exchangebus.routes.ledger.DoubtEntry;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.RunReport;

/** Writes what became of each run: a table for people, or one JSON object per run. */
public final class Report {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> HEADS = List.of(
            "system",
            "source",
            "read",
            "delivered",
            "unchanged",
            "quarantined",
            "filtered",
            "removed",
            "doubts",
            "difference",
            "digest equal",
            "seconds");
    private static final List<String> CHINESE_HEADS =
            List.of("系统", "来源", "读取", "送达", "未变", "隔离", "过滤", "移除", "存疑", "差额", "摘要一致", "秒");

    private final PrintWriter out;
    private final boolean isChinese;

    public Report(PrintWriter out, Locale locale) {
        this.out = out;
        this.isChinese = locale.getLanguage().equals("zh");
    }

    public void write(List<RunResult> results, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            results.forEach(result -> out.println(json(result.report())));
        } else {
            writeTable(results);
            writeReasons(results);
            writeQuarantine(results);
            writeDoubts(results);
        }
        out.flush();
    }

    static String json(RunReport report) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("system", report.system());
        fields.put("source", report.source());
        fields.put("run", report.run());
        fields.put("read", report.read());
        fields.put("delivered", report.delivered());
        fields.put("unchanged", report.unchanged());
        fields.put("quarantined", report.quarantined());
        fields.put("filtered", report.filtered());
        fields.put("removed", report.removed());
        fields.put("doubts", report.doubts());
        fields.put("difference", report.difference());
        fields.put("digestEqual", report.digestEqual());
        fields.put("seconds", Math.round(report.seconds() * 1000) / 1000.0);
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeTable(List<RunResult> results) {
        Table table = new Table(isChinese ? CHINESE_HEADS : HEADS);
        for (RunResult result : results) {
            RunReport run = result.report();
            table.add(List.of(
                    run.system(),
                    run.source(),
                    Long.toString(run.read()),
                    Long.toString(run.delivered()),
                    Long.toString(run.unchanged()),
                    Long.toString(run.quarantined()),
                    Long.toString(run.filtered()),
                    Long.toString(run.removed()),
                    Long.toString(run.doubts()),
                    Long.toString(run.difference()),
                    said(run.digestEqual()),
                    String.format(Locale.ROOT, "%.2f", run.seconds())));
        }
        table.lines().forEach(out::println);
    }

    private void writeReasons(List<RunResult> results) {
        for (RunResult result : results) {
            RunReport run = result.report();
            if (!run.isBalanced() || run.reason() != null) {
                out.println();
                out.println(run.system() + "-" + run.source() + "  " + run.state() + "  " + run.reason());
            }
        }
    }

    private void writeQuarantine(List<RunResult> results) {
        List<QuarantineEntry> entries = results.stream()
                .flatMap(result -> result.quarantine().stream())
                .distinct()
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        out.println();
        out.println(isChinese ? "隔离区：" : "In quarantine:");
        Table table = new Table(
                isChinese
                        ? List.of("流程", "位置", "信息项", "规则", "代码", "原因")
                        : List.of("flow", "place", "item", "rule", "code", "reason"));
        for (QuarantineEntry entry : entries) {
            String place = entry.position() > 0 ? entry.place() + ":" + entry.position() : entry.place();
            String item = entry.item() == null ? "-" : entry.item();
            table.add(List.of(
                    entry.flow(),
                    place,
                    item,
                    entry.rule(),
                    entry.code(),
                    reason(entry.code(), entry.arguments(), entry.text())));
        }
        table.lines().forEach(out::println);
    }

    private void writeDoubts(List<RunResult> results) {
        List<DoubtEntry> entries =
                results.stream().flatMap(result -> result.doubts().stream()).toList();
        if (entries.isEmpty()) {
            return;
        }
        out.println();
        out.println(isChinese ? "存疑但已送达:" : "Delivered with a doubt:");
        Table table = new Table(
                isChinese
                        ? List.of("流程", "记录数", "首条位置", "信息项", "规则", "代码", "首条原因")
                        : List.of("flow", "records", "first place", "item", "rule", "code", "first reason"));
        for (DoubtEntry entry : entries) {
            table.add(List.of(
                    entry.flow(),
                    Long.toString(entry.records()),
                    entry.place() + ":" + entry.position(),
                    entry.item(),
                    entry.rule(),
                    entry.code(),
                    reason(entry.code(), entry.arguments(), entry.text())));
        }
        table.lines().forEach(out::println);
    }

    private String reason(String code, List<String> arguments, String text) {
        return KnownProblems.text(code, arguments, text, isChinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    private String said(boolean value) {
        if (isChinese) {
            return value ? "是" : "否";
        }
        return value ? "yes" : "no";
    }
}
