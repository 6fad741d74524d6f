package org.exchangebus.deploy.application;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.ConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.wire.Broker;
import org.junit.jupiter.api.Test;

class HeaderFilterTest {

    @Test
    void refusesAComponentThatLetsHeadersIn() throws Exception {
        ConnectionFactory connections = new ActiveMQConnectionFactory("vm://0");
        try (CamelContext context = new DefaultCamelContext()) {
            context.addComponent("own", Broker.component(connections));
            assertThatCode(() -> Installation.requireWhitelists(context)).doesNotThrowAnyException();
            context.addComponent("other", JmsComponent.jmsComponent(connections));

            assertThatThrownBy(() -> Installation.requireWhitelists(context))
                    .hasMessageContaining("other  " + DeployProblem.HEADERS_ARE_NOT_FILTERED.code());
        }
    }
}
