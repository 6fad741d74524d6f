package org.exchangebus.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.routes.audit.AuditEntry;
import org.exchangebus.routes.audit.ChainCheck;
import org.exchangebus.routes.audit.Head;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.stage.Database;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditIT {

    private static final int LENGTH = 40;
    private static final int MUTATIONS = 300;

    private Database database;
    private Ledger ledger;
    private AuditTrail trail;

    @BeforeEach
    void migrate() {
        database = new Database();
        ledger = new Ledger(database.dataSource());
        ledger.migrate();
        trail = new AuditTrail(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void entersWhoPausedWhatAndWhyTogetherWithThePause() {
        ledger.flows().setPaused("river-gauge", true, "王小明", "数据库\0维护");
        ledger.flows().setPaused("river-gauge", false, "admin", null);

        List<AuditEntry> entries = trail.list(new AuditTrail.Filter(null, null, null, null, 10));
        assertThat(entries).extracting(AuditEntry::number).containsExactly(1L, 2L);
        assertThat(entries).extracting(AuditEntry::act).containsExactly("PAUSE", "RESUME");
        assertThat(entries.get(0).who()).isEqualTo("王小明");
        assertThat(entries.get(0).subject()).isEqualTo("river-gauge");
        assertThat(entries.get(0).reason()).isEqualTo("数据库\uFFFD维护");
        assertThat(entries.get(1).previous()).isEqualTo(entries.get(0).hash());
        assertThat(firstBad(List.of())).isNull();
    }

    @Test
    void listsByTimePersonActAndSubject() {
        ledger.audit().enter(Act.RUN, "li", "a", null, Map.of("b", "2", "a", "1"));
        ledger.audit().enter(Act.PAUSE, "li", "b", "moved", Map.of());
        ledger.audit().enter(Act.RUN, "wang", "b", null, Map.of());

        AuditEntry first =
                trail.list(new AuditTrail.Filter(null, "li", "run", null, 10)).get(0);
        assertThat(first.detail()).isEqualTo("{\"a\":\"1\",\"b\":\"2\"}");
        assertThat(numbers(new AuditTrail.Filter(null, null, null, "b", 10))).containsExactly(2L, 3L);
        assertThat(numbers(new AuditTrail.Filter(null, null, null, null, 1))).containsExactly(3L);
        assertThat(numbers(new AuditTrail.Filter(first.at().plusNanos(1000), null, null, null, 10)))
                .containsExactly(2L, 3L);
    }

    /** X19, K15. */
    @Test
    void doesNotDoWhatCannotBeEntered() {
        database.jdbc().execute("ALTER TABLE ledger.audit ADD CONSTRAINT full_disk CHECK (number < 1)");

        assertThatThrownBy(() -> ledger.flows().setPaused("river-gauge", true, "li", "moved"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ROUTES-087")
                .hasMessageContaining("'PAUSE' was not done");

        assertThat(ledger.flows().pause("river-gauge")).isEmpty();
        assertThat(ledger.audit().head().number()).isZero();
    }

    /** K15. */
    @Test
    void leavesNeitherActNorEntryWhereTheTransactionWasKilled() {
        TransactionTemplate outer = new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));

        assertThatThrownBy(() -> outer.execute(status -> {
                    ledger.flows().setPaused("river-gauge", true, "li", "moved");
                    assertThat(ledger.audit().head().number()).isEqualTo(1);
                    kill(database.jdbc().queryForObject("SELECT pg_backend_pid()", Integer.class));
                    return null;
                }))
                .isNotNull();

        assertThat(ledger.flows().pause("river-gauge")).isEmpty();
        assertThat(ledger.audit().head().number()).isZero();
        ledger.flows().setPaused("river-gauge", true, "li", "moved");
        assertThat(ledger.audit().head().number()).isEqualTo(1);
        assertThat(firstBad(List.of())).isNull();
    }

    private void kill(int backend) {
        try (var connection = java.sql.DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + backend + ", 5000)");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void makesOneChainOfWhatManyEnterAtOnce() throws Exception {
        int writers = 8;
        int acts = 200;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            String who = "writer-" + writer;
            done.add(threads.submit(() -> {
                for (int act = 0; act < acts; act++) {
                    ledger.audit().enter(Act.RUN, who, "flow-" + act, null, Map.of());
                }
            }));
        }
        for (Future<?> each : done) {
            each.get();
        }
        threads.shutdown();

        assertThat(ledger.audit().head().number()).isEqualTo(writers * acts);
        assertThat(firstBad(List.of())).isNull();
        assertThat(numbers(new AuditTrail.Filter(null, "writer-3", null, null, 10_000)))
                .hasSize(acts);
    }

    @Test
    void refusesToChangeDeleteOrEmptyWhatWasEntered() {
        enter(3);
        for (String change : List.of(
                "UPDATE ledger.audit SET who = 'x' WHERE number = 2",
                "DELETE FROM ledger.audit WHERE number = 2",
                "TRUNCATE ledger.audit",
                "DELETE FROM ledger.audit_head",
                "TRUNCATE ledger.audit_head",
                "INSERT INTO ledger.audit SELECT number + 1, at, who, act, subject, reason, detail, previous, hash"
                        + " FROM ledger.audit WHERE number = 3")) {
            assertThatThrownBy(() -> database.jdbc().execute(change))
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(firstBad(List.of())).isNull();
    }

    /** X18, O13. */
    @Test
    void findsEveryRandomChangeMadeInTheTableItself(@TempDir Path directory) throws IOException {
        HeadFile heads = new HeadFile(directory.resolve("heads"));
        enter(LENGTH / 2);
        heads.append(ledger.audit().head());
        enter(LENGTH / 2);
        heads.append(ledger.audit().head());
        unlock();
        Random random = new Random(20261127);
        for (int i = 0; i < MUTATIONS; i++) {
            int number = 1 + random.nextInt(LENGTH - 1);
            String change = change(random.nextInt(13), number);

            for (String statement : change.split(";")) {
                database.jdbc().execute(statement);
            }

            Finding first = firstBad(heads.read());
            assertThat(first).as("%s (change %d)", change, i).isNotNull();
            assertThat(first.where()).as("%s (change %d): %s", change, i, first).isEqualTo("audit " + number);
            restore();
        }
    }

    private static String change(int kind, int number) {
        String where = " WHERE number = " + number;
        String next = " WHERE number = " + (number + 1);
        return switch (kind) {
            case 0 -> "UPDATE ledger.audit SET number = number + 1000" + where;
            case 1 -> "UPDATE ledger.audit SET at = at + interval '1 microsecond'" + where;
            case 2 -> "UPDATE ledger.audit SET who = 'somebody else'" + where;
            case 3 -> "UPDATE ledger.audit SET act = 'RESUME'" + where;
            case 4 -> "UPDATE ledger.audit SET subject = 'another'" + where;
            case 5 -> "UPDATE ledger.audit SET reason = NULL" + where;
            case 6 -> "UPDATE ledger.audit SET detail = '{}'" + where;
            case 7 -> "UPDATE ledger.audit SET previous = md5('x') || md5('y')" + where;
            case 8 -> "UPDATE ledger.audit SET hash = md5('x') || md5('y')" + where;
            case 9 -> "DELETE FROM ledger.audit" + where;
            case 10 -> "DELETE FROM ledger.audit WHERE number >= " + number;
            case 11 ->
                "UPDATE ledger.audit SET number = -1" + where + ";UPDATE ledger.audit SET number = " + number + next
                        + ";UPDATE ledger.audit SET number = " + (number + 1) + " WHERE number = -1";
            default ->
                "DELETE FROM ledger.audit WHERE number >= " + number + ";UPDATE ledger.audit_head SET number = "
                        + (number - 1) + ", hash = coalesce((SELECT hash FROM ledger.audit WHERE number = "
                        + (number - 1) + "), repeat('0', 64))";
        };
    }

    private void unlock() {
        JdbcTemplate jdbc = database.jdbc();
        jdbc.execute("DROP TRIGGER audit_is_append_only ON ledger.audit");
        jdbc.execute("ALTER TABLE ledger.audit DROP CONSTRAINT audit_number_check");
        jdbc.execute("CREATE TABLE kept AS TABLE ledger.audit");
        jdbc.execute("CREATE TABLE kept_head AS TABLE ledger.audit_head");
    }

    private void restore() {
        JdbcTemplate jdbc = database.jdbc();
        jdbc.execute("TRUNCATE ledger.audit");
        jdbc.execute("INSERT INTO ledger.audit TABLE kept");
        jdbc.execute("UPDATE ledger.audit_head h SET number = k.number, hash = k.hash FROM kept_head k");
    }

    private void enter(int entries) {
        for (int i = 0; i < entries; i++) {
            ledger.audit().enter(Act.PAUSE, "admin", "flow-" + i, "moved " + i, Map.of("n", "" + i));
        }
    }

    private Finding firstBad(List<Head> heads) {
        ChainCheck check = new ChainCheck(heads);
        Head head = trail.read(check::take);
        return check.end(head).orElse(null);
    }

    private List<Long> numbers(AuditTrail.Filter filter) {
        return trail.list(filter).stream().map(AuditEntry::number).toList();
    }
}
