package org.exchangebus.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private Instant now = Instant.parse("2026-11-27T02:00:00Z");
    private final Refusals refusals = new Refusals(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void saysTheFirstAtOnceAndThenTheNumberEveryTenSeconds() {
        assertThat(refusals.next()).isEqualTo(1);
        for (int i = 0; i < 500; i++) {
            assertThat(refusals.next()).isZero();
        }
        now = now.plusSeconds(10);
        assertThat(refusals.next()).isEqualTo(501);
        assertThat(refusals.next()).isZero();
    }
}
