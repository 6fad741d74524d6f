package org.exchangebus.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.adapters.simulator.Simulator;
import org.exchangebus.deploy.application.LedgerAccess;
import org.exchangebus.deploy.command.BusCommandLine;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.demo.RunningDemo.Demo;
import org.exchangebus.routes.landing.LandingCheck;
import org.exchangebus.routes.ledger.LedgerCheck;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The four departments, from their servers to the registries, on a directory where a process was killed. */
@ExtendWith(RunningDemo.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final Map<String, String> TABLES = Map.of(
            "household-register-person", "person",
            "market-registry-enterprise", "legal_entity",
            "credit-office-licence", "administrative_licence",
            "credit-office-penalty", "administrative_penalty",
            "land-office-parcel", "land_parcel");

    @Test
    @Order(1)
    void losesAndDoublesNothingWhenAProcessIsKilledInTheMiddle(Demo demo) throws SQLException {
        assertThat(demo.firstRound()).isNotEmpty().allSatisfy(result -> assertThat(
                        result.report().isBalanced())
                .as(result.report().toString())
                .isTrue());
        assertRegistriesHoldWhatIsExpected(demo);
    }

    @Test
    @Order(2)
    void holdsEveryBadRecordWithItemRuleAndReason(Demo demo) {
        for (Simulator simulator : demo.departments().all()) {
            for (Simulator.Expected expected : simulator.expected()) {
                String flow = simulator.system() + "-" + expected.source();
                List<QuarantineEntry> entries = demo.exchange().flows().orElseThrow().quarantineOf(flow, 1000).stream()
                        .filter(entry -> entry.kind().equals("RECORD"))
                        .toList();
                assertThat(entries).as(flow).hasSize((int) expected.bad());
                assertThat(entries).allSatisfy(entry -> {
                    // A row with too many cells has no item to blame.
                    assertThat(entry.item() != null || entry.rule().equals("readable"))
                            .isTrue();
                    assertThat(entry.rule()).isNotBlank();
                    assertThat(entry.text()).isNotBlank();
                });
            }
        }
    }

    @Test
    @Order(3)
    void bringsTheNamesOfEnterprisesCharacterByCharacter(Demo demo) throws SQLException {
        Map<String, String> atTheSource = new TreeMap<>();
        Lookup lookup = demo.departments().lookup();
        String url = "jdbc:mariadb://127.0.0.1:"
                + lookup.address("market-registry.port").orElseThrow() + "/registry";
        String password = demo.departments().all().stream()
                .filter(simulator -> simulator.system().equals("market-registry"))
                .findFirst()
                .orElseThrow()
                .secrets()
                .get("market-registry.password");
        try (Connection connection = DriverManager.getConnection(url, "bus_reader", password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT upper(trim(uniscid)), trim(entname) FROM market_entity WHERE uniscid IS NOT NULL")) {
            while (rows.next()) {
                atTheSource.put(rows.getString(1), rows.getString(2));
            }
        }
        Map<String, String> atTheHub =
                pairs(demo, "SELECT unified_social_credit_code, name FROM registry.legal_entity");
        assertThat(atTheHub).isNotEmpty();
        assertThat(atTheSource).containsAllEntriesOf(atTheHub);
        assertThat(atTheHub.values()).allMatch(name -> name.codePoints().anyMatch(c -> c > 0x4DFF));
    }

    @Test
    @Order(4)
    void translatesCodesAndKeepsChineseText(Demo demo) throws SQLException {
        assertThat(single(demo, "SELECT count(*) FROM registry.person WHERE sex NOT IN ('1', '2')"))
                .isZero();
        assertThat(single(demo, "SELECT count(*) FROM registry.person WHERE ethnicity !~ '^[0-9]{2}$'"))
                .isZero();
        assertThat(single(demo, "SELECT count(*) FROM registry.person WHERE name ~ '[?�]' OR name = ''"))
                .isZero();
        assertThat(single(demo, "SELECT count(*) FROM registry.person WHERE name ~ '[一-鿿]'"))
                .isEqualTo(single(demo, "SELECT count(*) FROM registry.person"));
        assertThat(single(demo, "SELECT count(DISTINCT state) FROM registry.legal_entity"))
                .isPositive();
    }

    @Test
    @Order(5)
    void deliversNothingTwice(Demo demo) throws Exception {
        List<RunResult> again = demo.round();
        assertThat(again).hasSize(TABLES.size()).allSatisfy(result -> {
            assertThat(result.report().isBalanced()).isTrue();
            assertThat(result.report().delivered()).isZero();
        });
        assertRegistriesHoldWhatIsExpected(demo);
    }

    @Test
    @Order(6)
    void bringsWhatTheDepartmentsChange(Demo demo) throws Exception {
        demo.departments().tick();
        // A source may leave what has just changed to the next run.
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            assertThat(demo.round())
                    .allSatisfy(
                            result -> assertThat(result.report().isBalanced()).isTrue());
            assertRegistriesHoldWhatIsExpected(demo);
        });
    }

    @Test
    @Order(7)
    void keepsALedgerThatAgreesWithItselfTheLandingAndTheHub(Demo demo) {
        Path data = demo.directory();
        try (LedgerAccess access = LedgerAccess.open(BusConfiguration.embedded(data, null, 0, false))) {
            LedgerCheck check = new LedgerCheck(access.database());
            LandingCheck landing = new LandingCheck(
                    access.landing().directory(), access.landing().keys());

            assertThat(check.run(outcome -> {})).hasSize(8).allSatisfy(outcome -> assertThat(outcome.findings())
                    .isEmpty());
            List<Segment> landed = new ArrayList<>();
            check.landed(landed::add);
            assertThat(landed).isNotEmpty().allSatisfy(segment -> assertThat(landing.check(segment, true))
                    .isEmpty());
        }
    }

    @Test
    @Order(8)
    void comparesToTheKeyAndFindsTheOneThatSomebodyChanged(Demo demo) throws SQLException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(reconcile(demo, out, err)).as(out + "" + err).isZero();
        assertThat(out.toString()).contains("\"resource\":\"person\"").doesNotContain("ROUTES-062");
        String name = text(demo, "SELECT min(id_number) FROM registry.person WHERE NOT record_deleted");
        execute(demo, "UPDATE registry.person SET name = name || '甲' WHERE id_number = '" + name + "'");
        out.getBuffer().setLength(0);

        assertThat(reconcile(demo, out, err, "--resource", "person")).isEqualTo(1);
        assertThat(out.toString().lines().findFirst().orElseThrow())
                .contains("OTHER_CONTENT", "ROUTES-065", name.substring(0, 6) + "********")
                .doesNotContain(name);
        out.getBuffer().setLength(0);
        assertThat(reconcile(demo, out, err, "--resource", "person", "--keys")).isEqualTo(1);
        assertThat(out.toString()).contains(name);
        assertThat(text(demo, "SELECT key FROM ledger.difference WHERE settled_at IS NULL"))
                .doesNotContain(name);

        execute(demo, "UPDATE registry.person SET name = left(name, -1) WHERE id_number = '" + name + "'");
        assertThat(reconcile(demo, out, err, "household-register-person")).isZero();
        assertThat(text(demo, "SELECT count(*)::text FROM ledger.difference WHERE settled_at IS NULL"))
                .isEqualTo("0");
    }

    private static int reconcile(Demo demo, StringWriter out, StringWriter err, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("ledger", "reconcile", "--data", demo.directory().toString(), "--format", "json"));
        arguments.addAll(List.of(more));
        return BusCommandLine.on(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private static String text(Demo demo, String query) throws SQLException {
        try (Connection connection = demo.infrastructure().database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Demo demo, String sql) throws SQLException {
        try (Connection connection = demo.infrastructure().database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void assertRegistriesHoldWhatIsExpected(Demo demo) throws SQLException {
        int sources = 0;
        for (Simulator simulator : demo.departments().all()) {
            for (Simulator.Expected expected : simulator.expected()) {
                String flow = simulator.system() + "-" + expected.source();
                assertThat(single(
                                demo,
                                "SELECT count(*) FROM registry." + TABLES.get(flow) + " WHERE NOT record_deleted"))
                        .as(flow)
                        .isEqualTo(expected.good());
                sources++;
            }
        }
        assertThat(sources).isEqualTo(TABLES.size());
    }

    private static long single(Demo demo, String query) throws SQLException {
        try (Connection connection = demo.infrastructure().database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Map<String, String> pairs(Demo demo, String query) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        try (Connection connection = demo.infrastructure().database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                pairs.put(result.getString(1), result.getString(2));
            }
        }
        return pairs;
    }
}
