package org.exchangebus.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.problem.DeployProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    private static final List<String> QUEUES = List.of("exchange.chunks", "exchange.receipts");

    @TempDir
    Path directory;

    @Test
    void keepsAChunkOfAMegabyteOverARestartAndAllowsNothingElse() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            try (EmbeddedBroker broker = EmbeddedBroker.start(data, QUEUES);
                    BrokerConnections connections = BrokerConnections.to(broker.address());
                    JMSContext session = connections.factory().createContext()) {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(new byte[1 << 20]);
                session.createProducer().send(session.createQueue("exchange.chunks"), message);
                assertThatThrownBy(() -> session.createProducer().send(session.createQueue("undeclared"), "text"))
                        .isInstanceOf(JMSRuntimeException.class);
                assertThatThrownBy(() -> BrokerConnections.to(
                                new BrokerAddress(broker.address().url(), "bus", "guessed")))
                        .hasMessageContaining(DeployProblem.BROKER_UNREACHABLE.code());
            }
            try (Stream<Path> large = Files.list(directory.resolve("broker/large"))) {
                assertThat(large).isEmpty();
            }
            try (EmbeddedBroker broker = EmbeddedBroker.start(data, QUEUES);
                    BrokerConnections connections = BrokerConnections.to(broker.address());
                    JMSContext session = connections.factory().createContext()) {
                BytesMessage kept = (BytesMessage) session.createConsumer(session.createQueue("exchange.chunks"))
                        .receive(5_000);
                assertThat(kept.getBodyLength()).isEqualTo(1 << 20);
            }
        }
    }

    @Test
    void saysWhyItDidNotStart() throws IOException {
        Files.createDirectory(directory.resolve("broker"));
        Files.writeString(directory.resolve("broker/journal"), "a file where a directory belongs");
        try (DataDirectory data = DataDirectory.open(directory)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(data, QUEUES))
                    .hasMessageContaining(DeployProblem.BROKER_DID_NOT_START.code());
        }
    }
}
