package org.exchangebus.routes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.routes.audit.AuditEntry;
import org.exchangebus.routes.audit.ChainCheck;
import org.exchangebus.routes.audit.Head;
import org.exchangebus.routes.stage.Database;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** How fast the audit is verified; {@code -Daudit.entries=1000000} makes it as long as the product is held to. */
class AuditSpeedIT {

    private static final int ENTRIES = Integer.getInteger("audit.entries", 20_000);
    private static final Duration LIMIT_OF_A_MILLION = Duration.ofSeconds(60);

    @Test
    void verifiesAMillionEntriesInAMinute() {
        try (Database database = new Database()) {
            new Ledger(database.dataSource()).migrate();
            fill(database);
            ChainCheck check = new ChainCheck(List.of());

            long begin = System.nanoTime();
            Head head = new AuditTrail(database.dataSource()).read(check::take);
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);

            assertThat(check.end(head)).isEmpty();
            assertThat(head.number()).isEqualTo(ENTRIES);
            LoggerFactory.getLogger(AuditSpeedIT.class).info("{} entries verified in {}", ENTRIES, taken);
            assertThat(taken)
                    .isLessThan(LIMIT_OF_A_MILLION
                            .multipliedBy(ENTRIES)
                            .dividedBy(1_000_000)
                            .plusSeconds(5));
        }
    }

    private static void fill(Database database) {
        Instant at = Instant.parse("2026-11-27T02:00:00.000001Z");
        String previous = AuditEntry.BEGINNING;
        List<Object[]> rows = new ArrayList<>();
        for (long number = 1; number <= ENTRIES; number++) {
            AuditEntry entry = new AuditEntry(
                            number,
                            at.plusMillis(number),
                            "admin",
                            Act.RESUBMIT.name(),
                            "household-register-person",
                            "更正后重新提交",
                            "{\"records\":\"" + number + "\"}",
                            previous,
                            AuditEntry.BEGINNING)
                    .sealed();
            previous = entry.hash();
            rows.add(new Object[] {
                number,
                Timestamp.from(entry.at()),
                entry.who(),
                entry.act(),
                entry.subject(),
                entry.reason(),
                entry.detail(),
                entry.previous(),
                entry.hash()
            });
            if (rows.size() == 1000 || number == ENTRIES) {
                database.jdbc().batchUpdate("INSERT INTO ledger.audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows);
                rows.clear();
            }
        }
        database.jdbc().update("UPDATE ledger.audit_head SET number = ?, hash = ?", ENTRIES, previous);
    }
}
