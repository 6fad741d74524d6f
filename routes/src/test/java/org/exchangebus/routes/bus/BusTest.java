package org.exchangebus.routes.bus;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.exchangebus.routes.landing.LandingKeys;
import org.exchangebus.routes.landing.LandingSettings;
import org.exchangebus.routes.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class BusTest {

    @TempDir
    Path directory;

    @Test
    void saysEverythingThatIsWrongWithItsFlowsTogether() {
        BusSettings settings = new BusSettings(
                new PGSimpleDataSource(),
                new ActiveMQConnectionFactory(),
                new LandingSettings(directory, LandingKeys.NONE, Duration.ZERO, Long.MAX_VALUE, 0),
                List.of(
                        Stage.flow("gauge", "every 20s"),
                        Stage.flow("gauge", "every 30s"),
                        Stage.flow("level", "always")),
                flow -> new FlowShape(List.of(), List.of()),
                1,
                64,
                false,
                Duration.ofMinutes(1));

        assertThatThrownBy(() -> new Bus(settings))
                .hasMessageContaining("ROUTES-006")
                .hasMessageContaining("ROUTES-001");
    }
}
