package org.exchangebus.deploy.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.UUID;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.RegistryDdl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The checker sees what it is there to see: each fault is done to a real registry and found under its name. */
class CheckerIT {

    private static final String UPSERT = """
            INSERT INTO registry.well (well_code, well_name, level, step, record_digest, record_version, record_flow,
                record_run, record_deleted) VALUES (?, ?, 1.50, ?, gen_random_uuid(), ?, 'f', 1, ?)
            ON CONFLICT (well_code) DO UPDATE SET well_name = excluded.well_name, level = excluded.level,
                step = excluded.step, record_version = excluded.record_version,
                record_deleted = excluded.record_deleted""";

    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");
    private final HikariDataSource hub = new HikariDataSource();
    private final Truth truth = new Truth();
    private JdbcTemplate jdbc;
    private Effects effects;
    private long version;

    @BeforeEach
    void makeARegistryThatHoldsWhatWasIssued() throws Exception {
        new JdbcTemplate(Trial.server().getPostgresDatabase()).execute("CREATE DATABASE " + name);
        hub.setJdbcUrl(Trial.server().getJdbcUrl("postgres", name));
        jdbc = new JdbcTemplate(hub);
        Catalogue catalogue = Catalogue.bundled()
                .with(Path.of(CheckerIT.class.getResource("/harness/catalogue").getPath()));
        jdbc.execute("CREATE SCHEMA registry");
        jdbc.execute(RegistryDdl.createTable(catalogue.resource("well")));
        effects = new Effects(hub);
        effects.watch();
        for (long step = 1; step <= 3; step++) {
            issue(well("A", step));
            issue(well("B", step));
        }
        issue(well("A", 2));
        issue(gone("B"));
    }

    @AfterEach
    void drop() throws Exception {
        hub.close();
        new JdbcTemplate(Trial.server().getPostgresDatabase()).execute("DROP DATABASE " + name + " WITH (FORCE)");
    }

    @Test
    void findsNothingWhereEverythingCame() {
        assertThat(judge().isClean()).as(judge().toString()).isTrue();
        assertThat(judge().effects).isEqualTo(8);
    }

    @Test
    void findsARowThatIsMissing() {
        jdbc.update("DELETE FROM registry.well WHERE well_code = 'A'");

        assertThat(judge().lost).contains("A was removed", well("A", 2).content());
    }

    @Test
    void findsTheLastStateThatNeverCame() {
        truth.replaced(well("A", 9));

        assertThat(judge().lost).containsExactly(well("A", 9).content());
    }

    @Test
    void findsAStateInBetweenThatStoodInADeliveryOfItsOwn() {
        truth.delivered(well("C", 1));
        truth.delivered(well("C", 2));
        apply(well("C", 2));

        assertThat(judge().lost).containsExactly(well("C", 1).content());
    }

    @Test
    void findsADeletionThatNeverCame() {
        truth.replaced(gone("A"));

        assertThat(judge().lost).containsExactly("A gone");
    }

    @Test
    void findsAnEffectThatCameTwice() {
        apply(well("A", 2));

        assertThat(judge().doubled).containsExactly(well("A", 2).content());
    }

    @Test
    void findsAnOlderStateOverANewerOne() {
        apply(well("A", 1));

        Verdict verdict = judge();
        assertThat(verdict.older)
                .anyMatch(found -> found.startsWith(well("A", 1).content()));
    }

    @Test
    void findsAVersionThatIsNotNewer() {
        version = 1;
        issue(well("A", 4));

        assertThat(judge().older).anyMatch(found -> found.startsWith("A: version 2 over"));
    }

    @Test
    void findsAValueThatNobodyIssued() {
        jdbc.update("UPDATE registry.well SET level = 1.51, record_version = 100 WHERE well_code = 'A'");

        assertThat(judge().altered).anyMatch(found -> found.contains("|1.51|"));
    }

    @Test
    void findsAValueThatWasChangedBehindTheHistory() {
        jdbc.execute("ALTER TABLE registry.well DISABLE TRIGGER note");
        jdbc.update("UPDATE registry.well SET well_name = well_name || '。' WHERE well_code = 'A'");

        assertThat(judge().altered).containsExactly(well("A", 2).content());
    }

    @Test
    void findsARecordThatNobodyIssued() {
        apply(well("Z", 1));

        assertThat(judge().altered).contains(well("Z", 1).content());
    }

    @Test
    void findsABadRowInTheRegistry() {
        truth.bad("X");
        apply(well("X", 1));

        assertThat(judge().unquarantined).containsExactly(well("X", 1).content());
    }

    private Verdict judge() {
        return Checker.check(truth, effects.all(), effects.registry());
    }

    private void issue(Well well) {
        truth.replaced(well);
        apply(well);
    }

    private void apply(Well well) {
        jdbc.update(UPSERT, well.code(), well.name(), well.step(), ++version, well.isGone());
    }

    private static Well well(String code, long step) {
        return new Well(code, "名" + step, "1.50", step, null, false);
    }

    private static Well gone(String code) {
        return new Well(code, "", "", 0, null, true);
    }
}
