package org.exchangebus.deploy.harness;

import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.spi.LifecycleStrategy;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Brings the kill point of this process into the application as any library brings its parts; absent without one. */
@AutoConfiguration
@ConditionalOnProperty(KillPoint.PROPERTY)
class KillingConfiguration {

    @Bean
    InterceptStrategy killingSteps() {
        return new KillingSteps(KillPoint.parse(System.getProperty(KillPoint.PROPERTY)));
    }

    @Bean
    LifecycleStrategy killingQueues() {
        return new KillingQueues(KillPoint.parse(System.getProperty(KillPoint.PROPERTY)));
    }
}
