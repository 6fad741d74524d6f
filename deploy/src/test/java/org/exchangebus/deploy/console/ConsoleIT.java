package org.exchangebus.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.exchangebus.deploy.demo.RunningDemo;
import org.exchangebus.deploy.demo.RunningDemo.Demo;
import org.exchangebus.routes.audit.ChainCheck;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.ledger.AuditTrail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console as a browser meets it, over HTTP. */
@ExtendWith(RunningDemo.class)
class ConsoleIT {

    private static final String ANY_SYSTEM = "org.exchangebus:type=System,name=*";
    private static final String MARKET = "org.exchangebus:type=System,name=market-registry";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private URI base;

    @BeforeEach
    void findTheConsole(Demo demo) {
        base = URI.create("http://127.0.0.1:" + demo.exchange().webPort().orElseThrow());
    }

    @Test
    void showsNothingButHealthToStrangers() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health").body()).contains("UP").doesNotContain("PostgreSQL");
        for (String path : List.of("/actuator/hawtio/", "/actuator/jolokia", "/actuator/prometheus", "/elsewhere")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
        }
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        assertThat(login("guessed").headers().firstValue("Location").orElse("")).endsWith("/login?error");
    }

    @Test
    void keepsOnlyAHashOfThePassword(Demo demo) throws IOException {
        String password = demo.exchange().firstPassword().orElseThrow();
        String kept = Files.readString(demo.directory().resolve("secrets/console-admin.bcrypt"));
        assertThat(kept).startsWith("$2a$").doesNotContain(password);
    }

    @Test
    void showsOneRowPerSystemWithTheSameAttributes(Demo demo) throws Exception {
        login(demo.exchange().firstPassword().orElseThrow());
        JsonNode systems =
                jolokia("{\"type\":\"read\",\"mbean\":\"" + ANY_SYSTEM + "\"}").get("value");
        assertThat(systems).hasSize(4);
        List<List<String>> attributes = new ArrayList<>();
        systems.forEach(system -> {
            List<String> names = new ArrayList<>();
            system.fieldNames().forEachRemaining(names::add);
            attributes.add(names.stream().sorted().toList());
        });
        assertThat(attributes).allMatch(names -> names.equals(attributes.get(0)));
        assertThat(attributes.get(0))
                .contains("State", "LastSuccess", "Read", "Delivered", "Quarantined", "NextRun", "Department");
    }

    @Test
    void pausesResumesAndRunsASystem(Demo demo) throws Exception {
        login(demo.exchange().firstPassword().orElseThrow());
        execute(MARKET, "pause(java.lang.String)", "\"数据库维护\"");
        assertThat(attribute("State")).isEqualTo("PAUSED");
        assertThat(attribute("StateReason")).contains("数据库维护");
        execute(MARKET, "resume", "");
        String before = attribute("LastSuccess");
        execute(MARKET, "runNow", "");
        Awaitility.await()
                .untilAsserted(() -> assertThat(attribute("LastSuccess")).isNotEqualTo(before));
    }

    @Test
    void entersWhoLoggedInPausedAndRanInTheAudit(Demo demo) throws Exception {
        login("guessed");
        login(demo.exchange().firstPassword().orElseThrow());
        execute(MARKET, "pause(java.lang.String)", "\"数据库维护\"");
        execute(MARKET, "resume", "");
        execute(MARKET, "runNow", "");

        DataSource database = demo.infrastructure().database();
        AuditTrail.Filter all = new AuditTrail.Filter(null, null, null, null, 1000);
        assertThat(new AuditTrail(database).list(all))
                .extracting(entry -> entry.act() + " " + entry.who() + " " + entry.subject() + " " + entry.reason())
                .contains(
                        "START os:" + System.getProperty("user.name") + " bus null",
                        "LOGIN_REFUSED ? console null",
                        "LOGIN admin console null",
                        "PAUSE admin market-registry-enterprise 数据库维护",
                        "RESUME admin market-registry-enterprise null",
                        "RUN admin market-registry-enterprise null");
        Path heads = demo.directory().resolve("audit/heads");
        Awaitility.await()
                .untilAsserted(() -> assertThat(new HeadFile(heads).read()).isNotEmpty());
        ChainCheck check = new ChainCheck(new HeadFile(heads).read());
        assertThat(check.end(new AuditTrail(database).read(check::take))).isEmpty();
    }

    @Test
    void listsWhatWaitsInQuarantineAsATable(Demo demo) throws Exception {
        login(demo.exchange().firstPassword().orElseThrow());
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(
                        execute(MARKET, "quarantine(int)", "20").get("value").asText())
                .startsWith("<table")
                .contains("market_entity:27", "SCHEMA-106"));
    }

    @Test
    void refusesWhatWouldChangeRoutesOrShowPayloads(Demo demo) throws Exception {
        login(demo.exchange().firstPassword().orElseThrow());
        String context = "org.apache.camel:context=exchange-bus,type=context,name=\\\"exchange-bus\\\"";
        assertRefused(context, "createEndpoint(java.lang.String)");
        assertRefused(context, "sendBody(java.lang.String,java.lang.Object)");
        assertRefused(context, "stop()");
        assertRefused("com.sun.management:type=DiagnosticCommand", "vmSystemProperties");
        assertRefused("java.lang:type=Memory", "gc");
        JsonNode written = jolokia("{\"type\":\"write\",\"mbean\":\"java.lang:type=Memory\","
                + "\"attribute\":\"Verbose\",\"value\":true}");
        assertThat(written.get("status").asInt()).isEqualTo(403);
    }

    @Test
    void connectsToNoOtherServerForARequestThatNamesOne(Demo demo) throws Exception {
        login(demo.exchange().firstPassword().orElseThrow());
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            other.setSoTimeout(200);

            JsonNode answer = jolokia("{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"target\":{\"url\":"
                    + "\"service:jmx:rmi:///jndi/rmi://127.0.0.1:" + other.getLocalPort() + "/jmxrmi\"}}");

            assertThat(answer.path("error").asText()).doesNotContain("RMI");
            assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesACallWithoutTheTokenOfItsSession(Demo demo) throws Exception {
        login(demo.exchange().firstPassword().orElseThrow());
        HttpResponse<String> answer =
                post("/actuator/hawtio/jolokia", "application/json", "{\"type\":\"version\"}", "");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private void assertRefused(String bean, String operation) throws Exception {
        assertThat(execute(bean, operation, "").get("status").asInt())
                .as(operation)
                .isEqualTo(403);
    }

    private String attribute(String name) throws Exception {
        return jolokia("{\"type\":\"read\",\"mbean\":\"" + MARKET + "\",\"attribute\":\"" + name + "\"}")
                .get("value")
                .asText();
    }

    private JsonNode execute(String bean, String operation, String arguments) throws Exception {
        return jolokia("{\"type\":\"exec\",\"mbean\":\"" + bean + "\",\"operation\":\"" + operation
                + "\",\"arguments\":[" + arguments + "]}");
    }

    private JsonNode jolokia(String request) throws Exception {
        HttpResponse<String> answer = post("/actuator/hawtio/jolokia", "application/json", request, token());
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpResponse<String> login(String password) throws Exception {
        get("/login");
        HttpResponse<String> answer = post(
                "/login",
                "application/x-www-form-urlencoded",
                "username=admin&password=" + password + "&_csrf=" + token(),
                token());
        get("/actuator/hawtio/");
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, String body, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", token)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }
}
