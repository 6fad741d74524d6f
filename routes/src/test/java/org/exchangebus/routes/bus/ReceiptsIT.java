package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.exchangebus.routes.ledger.RunReport;
import org.exchangebus.routes.stage.Stage;
import org.exchangebus.routes.wire.Queues;
import org.exchangebus.routes.wire.ReceiptText;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Digest;
import org.exchangebus.schemas.record.Receipt;
import org.junit.jupiter.api.Test;

/** Receipts that say something else than what was sent. */
class ReceiptsIT extends NinetyFiveRows {

    @Test
    void aReceiptThatAccountsForLessThanWasSentMakesTheRunRed() {
        RunReport report = runWithReceipt(94, true);

        assertThat(report.state()).isEqualTo("UNBALANCED");
        assertThat(report.reason()).startsWith("ROUTES-013");
        assertThat(report.difference()).isEqualTo(1);
        assertThat(cursor()).isEqualTo("none");
    }

    @Test
    void aReceiptOfOtherBytesThanWereSentMakesTheRunRed() {
        RunReport report = runWithReceipt(95, false);

        assertThat(report.state()).isEqualTo("UNBALANCED");
        assertThat(report.reason()).startsWith("ROUTES-014");
        assertThat(report.digestEqual()).isFalse();
        assertThat(cursor()).isEqualTo("none");
    }

    private RunReport runWithReceipt(int applied, boolean withRightDigest) {
        stage.source.rowsPerBlock = 1000;
        stage.hasHub = false;
        stage.start();
        CompletableFuture<RunReport> run = stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals("SENT"));
        Digest sent =
                Digest.parse(stage.database.jdbc().queryForObject("SELECT digest FROM ledger.chunk", String.class));
        Receipt receipt = new Receipt(new ChunkId(1, 0), applied, 0, 0, withRightDigest ? sent : sent.plus(0, 1), null);
        stage.broker.send(Queues.RECEIPT, session -> session.createTextMessage(ReceiptText.write(receipt)));
        return run.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Test
    void aReceiptForAChunkThatWasNeverSentSignsForNothing() {
        stage.source.beforeRead = e -> {
            sign(9, 5, Digest.ZERO);
            await().until(() -> stage.database
                    .jdbc()
                    .queryForObject("SELECT count(*) > 0 FROM ledger.stray_receipt", Boolean.class));
        };
        stage.start();

        RunReport report = stage.run();

        assertThat(report.state()).isEqualTo("BALANCED");
        assertThat(report.read()).isEqualTo(95);
        assertThat(stage.registry()).hasSize(95);
    }

    @Test
    void aRunWhoseChunksAreNotAllInTheLedgerIsRed() {
        stage.source.rowsPerBlock = 50;
        stage.hasHub = false;
        stage.start();
        CompletableFuture<RunReport> run = stage.flows().run(Stage.FLOW);
        await().atMost(Duration.ofSeconds(30)).until(() -> states().equals("SENT"));
        sign(0, 50, sent(0));
        await().until(() -> 1 == stage.database.jdbc().update("DELETE FROM ledger.chunk WHERE receipted_at < now()"));

        sign(1, 45, sent(1));

        RunReport report = run.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(report.state()).isEqualTo("UNBALANCED");
        assertThat(report.reason()).startsWith("ROUTES-016");
        assertThat(cursor()).isEqualTo("none");
    }

    private Digest sent(int chunk) {
        return Digest.parse(stage.database
                .jdbc()
                .queryForObject("SELECT digest FROM ledger.chunk WHERE number = ?", String.class, chunk));
    }

    private void sign(int chunk, int applied, Digest digest) {
        Receipt receipt = new Receipt(new ChunkId(1, chunk), applied, 0, 0, digest, null);
        stage.broker.send(Queues.RECEIPT, session -> session.createTextMessage(ReceiptText.write(receipt)));
    }
}
