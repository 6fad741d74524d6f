package org.exchangebus.routes.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangebus.routes.reconciliation.Difference.Kind.MISSING;
import static org.exchangebus.routes.reconciliation.Difference.Kind.NOT_FROM_ANY_RUN;
import static org.exchangebus.routes.reconciliation.Difference.Kind.OTHER_CONTENT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of faults behind the hub's back, each at another key: all are named, and nothing else is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeededFaultsIT {

    private static final int ROWS = 6000;
    private static final int FAULTS_PER_KIND = 70;

    /** What is done to the registry's row of a key, one after the other to some keys each. */
    private static final List<String> ALTERATIONS = List.of(
            "gauge_name = gauge_name || 'x'",
            "gauge_name = left(gauge_name, -1)",
            "gauge_name = NULL",
            "gauge_name = ''",
            "level = coalesce(level, 0) + 0.001",
            "built_on = built_on + 1",
            "built_on = NULL",
            "read_at = read_at + interval '1 microsecond'",
            "read_at = 'infinity'",
            "in_service = coalesce(NOT in_service, true)",
            "readings = readings + 1",
            "readings = NULL",
            "remark = coalesce(remark, '') || '。'",
            "remark = CASE WHEN remark IS NULL THEN '' END",
            "place = '{\"type\":\"Point\",\"coordinates\":[104.1,30.67]}'",
            "record_digest = overlay(record_digest::text placing CASE left(record_digest::text, 1) WHEN 'f' THEN 'e'"
                    + " ELSE 'f' END from 1 for 1)::uuid",
            "record_version = record_version + 1",
            "record_version = record_version - 1",
            "record_version = record_version + 1000000000",
            "record_version = record_version + 5000000000, record_run = record_run + 5",
            "record_run = record_run + 1",
            "record_flow = 'somebody-else'",
            "record_flow = 'river-level'",
            "record_deleted = NOT record_deleted",
            "record_deleted = true, gauge_name = NULL, level = NULL, built_on = NULL, read_at = NULL, in_service = NULL,"
                    + " readings = NULL, remark = NULL, place = NULL",
            // With the digest that such a record would have: only what was brought tells that nobody brought it.
            "gauge_name = 'forged', record_digest = encode(substring(sha256('\\x00'::bytea || hub.cell(gauge_code)"
                    + " || hub.cell('forged') || hub.cell(trim_scale(level)::text) || hub.cell(built_on::text)"
                    + " || hub.cell(replace(read_at::text, ' ', 'T')) || hub.cell(in_service::text)"
                    + " || hub.cell(readings::text) || hub.cell(remark) || hub.cell(place::text)) from 1 for 16),"
                    + " 'hex')::uuid");

    private ComparedStage compared;

    @BeforeAll
    void carryThreeRuns(@TempDir Path directory) {
        compared = new ComparedStage(directory);
        compared.stage.start();
        List<String> lines = ComparedStage.lines(ROWS);
        compared.bring(lines);
        compared.sql("CREATE TABLE first AS SELECT * FROM registry.gauge");
        for (int i = 0; i < ROWS; i += 3) {
            lines.set(i, ComparedStage.line(i, "changed " + i));
        }
        for (int i = 1; i < ROWS; i += 100) {
            lines.set(i, ComparedStage.line(i, "gone " + i));
        }
        compared.bring(lines);
        compared.bring(lines);
        compared.sql("CREATE TABLE whole AS SELECT * FROM registry.gauge");
    }

    @AfterAll
    void close() {
        compared.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261127, 31, 4096, 777})
    void areAllNamedAndNothingElseIs(long seed) {
        compared.sql("TRUNCATE registry.gauge");
        compared.sql("INSERT INTO registry.gauge SELECT * FROM whole");
        assertThat(compared.compare().isClean()).isTrue();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            // Deleted records have no values that could be altered.
            if (i % 100 != 1) {
                numbers.add(i);
            }
        }
        Collections.shuffle(numbers, new Random(seed));
        Map<String, Difference.Kind> expected = new TreeMap<>();

        for (String alteration : ALTERATIONS) {
            List<String> keys = take(numbers, OTHER_CONTENT, expected);
            assertThat(update(alteration, keys)).as(alteration).isEqualTo(FAULTS_PER_KIND);
        }
        assertThat(in("DELETE FROM registry.gauge", take(numbers, MISSING, expected)))
                .isEqualTo(FAULTS_PER_KIND);
        swap(take(numbers, OTHER_CONTENT, expected), take(numbers, OTHER_CONTENT, expected));
        setBack(numbers, expected);
        add(expected);

        Compared result = compared.compare();

        assertThat(compared.found).isEqualTo(expected).hasSizeGreaterThan(2100);
        assertThat(result.total()).isEqualTo(expected.size());
        assertThat(result.notJudged()).isEmpty();
        assertThat(compared.stage
                        .database
                        .jdbc()
                        .queryForList(
                                "SELECT key || ' ' || kind FROM ledger.difference WHERE settled_at IS NULL",
                                String.class))
                .containsExactlyInAnyOrderElementsOf(expected.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
    }

    private static List<String> take(
            List<Integer> numbers, Difference.Kind kind, Map<String, Difference.Kind> expected) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < FAULTS_PER_KIND; i++) {
            String key = "G%06d".formatted(numbers.remove(numbers.size() - 1));
            keys.add(key);
            expected.put(key, kind);
        }
        return keys;
    }

    private int update(String alteration, List<String> keys) {
        return in("UPDATE registry.gauge SET " + alteration, keys);
    }

    private int in(String statement, List<String> keys) {
        return compared.sql(statement + " WHERE gauge_code = ANY(?)", (Object) keys.toArray(String[]::new));
    }

    /** Two rows change places, whole, but for their keys. */
    private void swap(List<String> some, List<String> others) {
        compared.sql("UPDATE registry.gauge SET gauge_code = gauge_code || '*' WHERE gauge_code = ANY(?)", (Object)
                some.toArray(String[]::new));
        for (int i = 0; i < some.size(); i++) {
            compared.sql("UPDATE registry.gauge SET gauge_code = ? WHERE gauge_code = ?", some.get(i), others.get(i));
            compared.sql(
                    "UPDATE registry.gauge SET gauge_code = ? WHERE gauge_code = ?", others.get(i), some.get(i) + "*");
        }
    }

    /** Rows as they were after the first run, as a hub that was set back holds them. */
    private void setBack(List<Integer> numbers, Map<String, Difference.Kind> expected) {
        List<String> keys = numbers.stream()
                .filter(i -> i % 3 == 0)
                .limit(FAULTS_PER_KIND)
                .map("G%06d"::formatted)
                .toList();
        assertThat(keys).hasSize(FAULTS_PER_KIND);
        keys.forEach(key -> expected.put(key, OTHER_CONTENT));
        in("DELETE FROM registry.gauge", keys);
        in("INSERT INTO registry.gauge SELECT * FROM first", keys);
    }

    /** Rows that nobody brought: with a digest of their own that is right, and as a copy of another row. */
    private void add(Map<String, Difference.Kind> expected) {
        for (int i = 0; i < FAULTS_PER_KIND; i++) {
            String key = "X%06d".formatted(i);
            expected.put(key, NOT_FROM_ANY_RUN);
            compared.sql(
                    "INSERT INTO registry.gauge (gauge_code, record_digest, record_version, record_flow, record_run,"
                            + " record_deleted) SELECT ?, CASE WHEN ? THEN record_digest ELSE"
                            + " encode(substring(sha256('\\x00'::bytea || hub.cell(?) || '\\x0000000000000000') from 1"
                            + " for 16), 'hex')::uuid END, record_version, record_flow, record_run, false FROM whole"
                            + " WHERE gauge_code = 'G000003'",
                    key,
                    i % 2 == 0,
                    key);
        }
    }
}
