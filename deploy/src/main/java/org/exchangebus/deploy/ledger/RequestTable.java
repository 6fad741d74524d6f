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
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.jspecify.annotations.Nullable;

/** Writes what people asked for, with the counts of the runs that carried it out. */
public final class RequestTable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEADS = List.of(
            "request", "asked", "who", "what", "flow", "run", "state", "read", "delivered", "unchanged", "quarantined");
    private static final List<String> CHINESE_HEADS =
            List.of("请求", "提出时间", "提出人", "事项", "流程", "运行", "状态", "读取", "送达", "未变", "隔离");

    private final PrintWriter out;
    private final boolean isChinese;
    private final Ledger ledger;

    public RequestTable(PrintWriter out, Locale locale, Ledger ledger) {
        this.out = out;
        this.ledger = ledger;
        isChinese = locale.getLanguage().equals("zh");
    }

    public void write(List<Request> requests, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            requests.forEach(request -> out.println(json(request)));
        } else if (requests.isEmpty()) {
            out.println(isChinese ? "没有请求。" : "Nothing is asked for.");
        } else {
            Table table = new Table(isChinese ? CHINESE_HEADS : HEADS);
            requests.forEach(request -> table.add(row(request)));
            table.lines().forEach(out::println);
            requests.forEach(this::writeReason);
        }
        out.flush();
    }

    private List<String> row(Request request) {
        RunReport report = report(request);
        return List.of(
                Long.toString(request.id()),
                TIME.format(request.askedAt().atZone(ZoneId.systemDefault())),
                request.who(),
                request.kind().name(),
                request.flow(),
                report == null ? "-" : Long.toString(report.run()),
                state(request),
                count(report == null ? null : report.read()),
                count(report == null ? null : report.delivered()),
                count(report == null ? null : report.unchanged()),
                count(report == null ? null : report.quarantined()));
    }

    private static String count(@Nullable Long count) {
        return count == null ? "-" : count.toString();
    }

    /** The outcome; of one that was not carried out the code, whose text follows below. */
    private static String state(Request request) {
        String outcome = request.outcome();
        if (request.stoppedAt() != null) {
            return outcome == null ? "STOPPING" : "STOPPED";
        }
        if (outcome != null) {
            return outcome.split(" ", 2)[0];
        }
        return request.run() == null ? "WAITING" : "RUNNING";
    }

    private void writeReason(Request request) {
        RunReport report = report(request);
        String outcome = request.outcome();
        String reason = report == null ? outcome : report.reason();
        if (reason != null) {
            out.println();
            out.println(request.id() + "  " + reason);
        }
    }

    private @Nullable RunReport report(Request request) {
        Long run = request.run();
        return run == null ? null : ledger.runs().report(run);
    }

    private ObjectNode json(Request request) {
        ObjectNode json = JSON.createObjectNode()
                .put("request", request.id())
                .put("kind", request.kind().name())
                .put("flow", request.flow())
                .put("who", request.who())
                .put("reason", request.reason())
                .put("asked", request.askedAt().toString())
                .put("stopped", text(request.stoppedAt()))
                .put("closed", text(request.closedAt()))
                .put("outcome", request.outcome());
        ObjectNode arguments = json.putObject("arguments");
        request.arguments().forEach(arguments::put);
        RunReport report = report(request);
        if (report != null) {
            json.putObject("run")
                    .put("number", report.run())
                    .put("state", report.state())
                    .put("read", report.read())
                    .put("delivered", report.delivered())
                    .put("unchanged", report.unchanged())
                    .put("quarantined", report.quarantined())
                    .put("filtered", report.filtered())
                    .put("reason", report.reason());
        }
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
