package org.exchangebus.deploy.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All wells behind a SOAP service, page by page; who asks too seldom misses states in between. */
final class SoapDepartment implements Department {

    private static final Pattern PAGE = Pattern.compile("page>(\\d+)<");
    private static final Pattern SIZE = Pattern.compile("size>(\\d+)<");

    private final Map<String, Well> wells = new LinkedHashMap<>();
    private final Changes changes;
    private final Truth truth;
    private final HttpServer server;

    SoapDepartment(Truth truth, long seed, int first) throws IOException {
        this.truth = truth;
        changes = new Changes("SO", seed, false);
        issue(changes.first(first));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/wells", this::answer);
        server.setExecutor(Executors.newFixedThreadPool(4, task -> {
            Thread thread = new Thread(task, "wells");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    @Override
    public String system() {
        return "wells-soap";
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public Map<String, String> places() {
        return Map.of();
    }

    @Override
    public String password() {
        return "";
    }

    @Override
    public void change(int wells) {
        issue(changes.next(wells));
    }

    private synchronized void issue(List<Well> batch) {
        for (Well well : batch) {
            wells.put(well.code(), well);
            truth.replaced(well);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            byte[] answer = page(number(PAGE, question), number(SIZE, question)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=UTF-8");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static int number(Pattern pattern, String question) {
        Matcher matcher = pattern.matcher(question);
        if (!matcher.find()) {
            throw new IllegalArgumentException(question);
        }
        return Integer.parseInt(matcher.group(1));
    }

    private synchronized String page(int page, int size) {
        StringBuilder xml = new StringBuilder("<DATA code=\"0\"><TOTAL>" + wells.size() + "</TOTAL>");
        wells.values().stream().skip((page - 1L) * size).limit(size).forEach(well -> xml.append("<RECORD><CODE>")
                .append(well.code())
                .append("</CODE><NAME>")
                .append(well.name())
                .append("</NAME><LEVEL>")
                .append(well.level())
                .append("</LEVEL><STEP>")
                .append(well.step())
                .append("</STEP><GONE>")
                .append(well.isGone() ? "1" : "0")
                .append("</GONE></RECORD>"));
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + "<r:wellsResponse xmlns:r=\"urn:wells\"><wellsReturn>"
                + xml.append("</DATA>").toString().replace("&", "&amp;").replace("<", "&lt;")
                + "</wellsReturn></r:wellsResponse></s:Body></s:Envelope>";
    }
}
