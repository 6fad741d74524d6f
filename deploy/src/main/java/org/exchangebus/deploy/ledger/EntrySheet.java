package org.exchangebus.deploy.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.demo.Table;
import org.exchangebus.deploy.problem.KnownProblems;
import org.exchangebus.routes.ledger.QuarantineDetail;
import org.exchangebus.routes.ledger.QuarantineEdit;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.Resubmittable;
import org.exchangebus.schemas.masking.Masking;
import org.jspecify.annotations.Nullable;

/** Tells of entries of the quarantine, in the reader's language; keys are masked, and rows shown only where wanted. */
public final class EntrySheet {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEADS =
            List.of("id", "state", "flow", "run", "seen", "place", "key", "item", "rule", "code", "what is wrong");
    private static final List<String> CHINESE_HEADS =
            List.of("编号", "状态", "流程", "运行", "次数", "位置", "主键", "信息项", "规则", "代码", "问题");

    private final PrintWriter out;
    private final Locale locale;
    private final boolean isChinese;

    public EntrySheet(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
        isChinese = locale.getLanguage().equals("zh");
    }

    /** @param all how many there are, of which these are the latest */
    public void list(List<QuarantineEntry> entries, long all, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            entries.forEach(entry -> out.println(json(entry, false)));
        } else if (entries.isEmpty()) {
            out.println(isChinese ? "没有符合条件的条目。" : "Nothing of that is in quarantine.");
        } else {
            Table table = new Table(isChinese ? CHINESE_HEADS : HEADS);
            entries.forEach(entry -> table.add(List.of(
                    Long.toString(entry.id()),
                    entry.state(),
                    entry.flow(),
                    Long.toString(entry.run()),
                    Integer.toString(entry.seen()),
                    place(entry),
                    key(entry, false),
                    entry.item() == null ? "-" : entry.item(),
                    entry.rule(),
                    entry.code(),
                    text(entry))));
            table.lines().forEach(out::println);
            out.println((isChinese ? "共 %2$d 条，列出 %1$d 条。" : "%d of %d.").formatted(entries.size(), all));
        }
        out.flush();
    }

    /** What could be sent, before anything is. */
    public void count(Resubmittable found, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            ObjectNode json = JSON.createObjectNode().put("count", found.count());
            ObjectNode codes = json.putObject("byCode");
            found.byCode().forEach(codes::put);
            json.put("edited", found.edited())
                    .put("unapproved", found.unapproved())
                    .put("unknown", found.unknown());
            out.println(json);
        } else {
            found.byCode().forEach((code, count) -> out.println("%8d  %s".formatted(count, code)));
            out.println((isChinese
                            ? "%8d  可发送，其中 %d 条经过修改；另有 %d 条待批准，%d 条无完整主键，须修改或重发（redrive）。"
                            : "%8d  can be sent, %d of them edited; %d more wait for approval, %d have no whole key:"
                                    + " edit them, or redrive.")
                    .formatted(found.count(), found.edited(), found.unapproved(), found.unknown()));
            out.println((isChinese ? "未发送任何内容；确认请加 --count %d。" : "Nothing was sent; confirm with --count %d.")
                    .formatted(found.count()));
        }
        out.flush();
    }

    /** Everything about an entry. */
    public void show(QuarantineDetail detail, boolean isPayloadShown, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            out.println(json(detail, isPayloadShown));
        } else {
            QuarantineEntry entry = detail.entry();
            line("id", "编号", Long.toString(entry.id()));
            line("state", "状态", entry.state());
            line("flow", "流程", entry.flow());
            line("what is wrong", "问题", entry.code() + "  " + text(entry));
            line("item, rule", "信息项、规则", (entry.item() == null ? "-" : entry.item()) + ", " + entry.rule());
            line(
                    "key",
                    "主键",
                    key(entry, isPayloadShown) + (detail.hasWholeKey() ? "" : isChinese ? "（不完整）" : " (not whole)"));
            line("origin", "来源", place(entry) + "  sha256 " + (detail.segment() == null ? "-" : detail.segment()));
            line("runs", "运行", detail.firstRun() + " – " + entry.run() + ", " + entry.seen() + "×");
            line("met", "出现时间", time(entry.firstSeen()) + " – " + time(entry.lastSeen()));
            line("version", "版本", String.valueOf(detail.version()));
            line("request", "请求", String.valueOf(detail.request()));
            if (detail.closedBy() != null) {
                line(
                        "closed",
                        "关闭",
                        time(detail.closedAt()) + "  " + detail.closedBy() + "  "
                                + (detail.closedFor() == null ? "" : detail.closedFor()));
            }
            if (isPayloadShown) {
                line("row", "原始行", new String(entry.payload(), StandardCharsets.UTF_8));
            }
            detail.edits().forEach(edit -> edit(edit, isPayloadShown));
        }
        out.flush();
    }

    private void edit(QuarantineEdit edit, boolean isPayloadShown) {
        String approved = edit.approvedBy() == null
                ? isChinese ? "待批准" : "not approved"
                : (isChinese ? "批准：" : "approved by ") + edit.approvedBy() + " " + time(edit.approvedAt());
        line(
                "edit " + edit.number(),
                "修改 " + edit.number(),
                edit.who() + " " + time(edit.editedAt()) + ": " + edit.reason() + "  (" + approved + ")");
        if (isPayloadShown) {
            line("", "", new String(edit.payload(), StandardCharsets.UTF_8));
        }
    }

    private void line(String name, String chinese, String value) {
        String head = isChinese ? chinese : name;
        out.println(head + " ".repeat(Math.max(1, 16 - org.exchangebus.deploy.demo.TextWidth.of(head))) + value);
    }

    private ObjectNode json(QuarantineEntry entry, boolean isPayloadShown) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", entry.id())
                .put("state", entry.state())
                .put("kind", entry.kind())
                .put("flow", entry.flow())
                .put("run", entry.run())
                .put("seen", entry.seen())
                .put("place", entry.place())
                .put("position", entry.position())
                .put("key", key(entry, isPayloadShown))
                .put("item", entry.item())
                .put("rule", entry.rule())
                .put("code", entry.code())
                .put("text", text(entry))
                .put("firstSeen", entry.firstSeen().toString())
                .put("lastSeen", entry.lastSeen().toString());
        if (isPayloadShown) {
            json.put("row", new String(entry.payload(), StandardCharsets.UTF_8));
        }
        return json;
    }

    private ObjectNode json(QuarantineDetail detail, boolean isPayloadShown) {
        ObjectNode json = json(detail.entry(), isPayloadShown)
                .put("firstRun", detail.firstRun())
                .put("version", detail.version())
                .put("wholeKey", detail.hasWholeKey())
                .put("segment", detail.segment())
                .put("request", detail.request())
                .put("closedBy", detail.closedBy())
                .put("closedFor", detail.closedFor());
        ArrayNode edits = json.putArray("edits");
        for (QuarantineEdit edit : detail.edits()) {
            ObjectNode one = edits.addObject()
                    .put("number", edit.number())
                    .put("who", edit.who())
                    .put("reason", edit.reason())
                    .put("editedAt", edit.editedAt().toString())
                    .put("approvedBy", edit.approvedBy());
            if (isPayloadShown) {
                one.put("row", new String(edit.payload(), StandardCharsets.UTF_8));
            }
        }
        return json;
    }

    private String text(QuarantineEntry entry) {
        return KnownProblems.text(entry.code(), entry.arguments(), entry.text(), locale);
    }

    /** A key may be somebody's number, so it is masked as one. */
    private static String key(QuarantineEntry entry, boolean isShown) {
        String key = entry.key();
        return key == null ? "-" : isShown ? key : Masking.IDENTITY_NUMBER.mask(key);
    }

    private static String place(QuarantineEntry entry) {
        return entry.position() > 0 ? entry.place() + ":" + entry.position() : entry.place();
    }

    private static String time(@Nullable Instant instant) {
        return instant == null ? "-" : TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
