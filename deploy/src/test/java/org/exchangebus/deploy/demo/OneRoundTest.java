package org.exchangebus.deploy.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowStatus;
import org.exchangebus.routes.ledger.DoubtEntry;
import org.exchangebus.routes.ledger.QuarantineEntry;
import org.exchangebus.routes.ledger.Request;
import org.exchangebus.routes.ledger.RunReport;
import org.junit.jupiter.api.Test;

class OneRoundTest {

    @Test
    void saysThatARunTookTooLong() {
        assertThatThrownBy(() -> round(new CompletableFuture<>()).run())
                .hasMessageContaining(DeployProblem.FLOW_UNFINISHED.code())
                .hasMessageContaining("land-office-parcel");
    }

    @Test
    void saysWhyNoRunCouldBeOpened() {
        assertThatThrownBy(() -> round(CompletableFuture.failedFuture(new IllegalStateException("the disk is full")))
                        .run())
                .hasMessageContaining(DeployProblem.FLOW_FAILED.code())
                .hasMessageContaining("'the disk is full'");
    }

    private static OneRound round(CompletableFuture<RunReport> run) {
        return new OneRound(new OneFlow(run), Duration.ofMillis(20), report -> {});
    }

    /** One flow whose run ends as the test says. */
    private record OneFlow(CompletableFuture<RunReport> run) implements FlowControl {

        @Override
        public List<FlowStatus> statuses() {
            return List.of(status("land-office-parcel"));
        }

        @Override
        public FlowStatus status(String flow) {
            return new FlowStatus(
                    flow,
                    "land-office",
                    "parcel",
                    "d",
                    "sftp",
                    "IDLE",
                    null,
                    null,
                    null,
                    null,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    -1);
        }

        @Override
        public CompletableFuture<RunReport> run(String flow) {
            return run;
        }

        @Override
        public CompletableFuture<RunReport> run(String flow, String who) {
            return run;
        }

        @Override
        public CompletableFuture<RunReport> sweep(String flow, String who, boolean isLetThrough) {
            return run;
        }

        @Override
        public void pause(String flow, String who, String reason) {}

        @Override
        public void resume(String flow, String who) {}

        @Override
        public Request redrive(String flow, String who, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Request> requests(int limit) {
            return List.of();
        }

        @Override
        public List<QuarantineEntry> quarantine(long number) {
            return List.of();
        }

        @Override
        public List<DoubtEntry> doubts(long number) {
            return List.of();
        }

        @Override
        public List<QuarantineEntry> quarantineOf(String flow, int limit) {
            return List.of();
        }
    }
}
