package org.exchangebus.deploy.application;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.exchangebus.deploy.console.ConsoleSecurity;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.JmsAutoConfiguration;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What Spring puts together; everything that was started before is handed in. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {FlywayAutoConfiguration.class, ArtemisAutoConfiguration.class, JmsAutoConfiguration.class})
@Import(ConsoleSecurity.class)
class ExchangeSetup {

    @Bean
    CamelContextConfiguration camelSetup(Installation installation) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                installation.into(context);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }
}
