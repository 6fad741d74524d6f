package org.exchangebus.deploy.application;

import java.util.HashMap;
import java.util.Map;
import org.exchangebus.deploy.configuration.BusConfiguration.Web;
import org.exchangebus.deploy.console.ConsoleRestrictor;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;

/** What Spring Boot, Camel, Quartz and Hawtio are told; an operator changes {@code bus.yaml} instead. */
final class ExchangeProperties {

    private ExchangeProperties() {}

    static Map<String, Object> of(Web web, boolean isScheduleKept) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "spring.main.banner-mode", "off",
                "spring.main.log-startup-info", "false",
                "spring.jmx.enabled", "false",
                "spring.application.name", "exchange-bus",
                "spring.quartz.auto-startup", "false",
                "spring.quartz.jdbc.initialize-schema", "never",
                "camel.main.name", "exchange-bus",
                "camel.main.shutdown-timeout", "20",
                "camel.main.jmx-management-register-routes-create-by-kamelet", "true",
                "camel.main.inflight-repository-browse-enabled", "true"));
        properties.putAll(console(web));
        properties.putAll(schedule(isScheduleKept));
        return properties;
    }

    private static Map<String, Object> console(Web web) {
        return Map.ofEntries(
                Map.entry("server.address", web.address()),
                Map.entry("server.port", web.port()),
                Map.entry("server.error.include-stacktrace", "never"),
                Map.entry("server.error.include-message", "never"),
                Map.entry("server.servlet.session.timeout", "30m"),
                Map.entry("server.servlet.session.cookie.http-only", "true"),
                Map.entry("server.servlet.session.cookie.same-site", "strict"),
                Map.entry("server.servlet.session.cookie.name", "EXCHANGE_BUS"),
                Map.entry("management.endpoints.web.exposure.include", "health,hawtio,jolokia,prometheus,metrics"),
                Map.entry("management.endpoint.health.show-details", "when-authorized"),
                Map.entry("management.endpoint.health.probes.enabled", "true"),
                Map.entry("management.endpoint.jolokia.config.restrictorClass", ConsoleRestrictor.class.getName()),
                Map.entry("management.endpoint.jolokia.config.discoveryEnabled", "false"),
                Map.entry("management.endpoint.jolokia.config.allowErrorDetails", "false"),
                Map.entry("hawtio.authenticationEnabled", "true"));
    }

    private static Map<String, Object> schedule(boolean isKept) {
        String properties = "spring.quartz.properties.org.quartz.";
        Map<String, Object> schedule = new HashMap<>(Map.of(
                properties + "scheduler.instanceName",
                "exchange-bus",
                properties + "threadPool.threadCount",
                "4",
                "spring.quartz.job-store-type",
                isKept ? "jdbc" : "memory"));
        if (isKept) {
            String store = properties + "jobStore.";
            schedule.put(properties + "scheduler.instanceId", "AUTO");
            schedule.put(store + "driverDelegateClass", PostgreSQLDelegate.class.getName());
            schedule.put(store + "tablePrefix", QuartzTables.PREFIX);
            schedule.put(store + "isClustered", "true");
            // Job data as text: nothing is read back by Java serialisation.
            schedule.put(store + "useProperties", "true");
        }
        return schedule;
    }
}
