package org.exchangebus.deploy.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.management.SimpleManagement;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.exchangebus.deploy.check.BrokerFacts;
import org.exchangebus.deploy.check.BrokerFacts.Address;
import org.jspecify.annotations.Nullable;

/** Reads from a broker how it is set: from our own directly, from another one over its management address. */
final class BrokerInspection {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BROKER = "broker";

    private BrokerInspection() {}

    static BrokerFacts of(ActiveMQServer server) {
        Configuration configuration = server.getConfiguration();
        List<String> acceptors = configuration.getAcceptorConfigurations().stream()
                .map(acceptor -> acceptor.getFactoryClassName())
                .filter(factory -> !factory.equals(InVMAcceptorFactory.class.getName()))
                .toList();
        List<Address> addresses = configuration.getAddressConfigurations().stream()
                .map(address -> address(
                        address.getName(), server.getAddressSettingsRepository().getMatch(address.getName())))
                .toList();
        return new BrokerFacts(
                configuration.isPersistenceEnabled(),
                configuration.isJournalSyncTransactional() && configuration.isJournalSyncNonTransactional(),
                configuration.isJournalDatasync(),
                configuration.isSecurityEnabled(),
                acceptors,
                addresses);
    }

    /** Needs the right to manage, which a user of the queues seldom has. */
    static BrokerFacts of(BrokerAddress broker, List<String> names) throws Exception {
        try (SimpleManagement management = new SimpleManagement(broker.url(), broker.user(), broker.password())) {
            management.open();
            List<Address> addresses = new ArrayList<>();
            for (String name : names) {
                String json = management.simpleManagement(BROKER, "getAddressSettingsAsJSON", name);
                addresses.add(address(name, JSON.readTree(json)));
            }
            boolean synced = management.simpleManagementBoolean(BROKER, "isJournalSyncTransactional")
                    && management.simpleManagementBoolean(BROKER, "isJournalSyncNonTransactional");
            return new BrokerFacts(
                    management.simpleManagementBoolean(BROKER, "isPersistenceEnabled"),
                    synced,
                    null,
                    management.simpleManagementBoolean(BROKER, "isSecurityEnabled"),
                    null,
                    addresses);
        }
    }

    private static Address address(String name, AddressSettings settings) {
        return new Address(
                name,
                text(settings.getDeadLetterAddress()),
                text(settings.getExpiryAddress()),
                String.valueOf(settings.getAddressFullMessagePolicy()),
                settings.isAutoCreateAddresses() || settings.isAutoCreateQueues());
    }

    private static Address address(String name, JsonNode settings) {
        return new Address(
                name,
                settings.path("DLA").asText(settings.path("deadLetterAddress").asText(null)),
                settings.path("expiryAddress").asText(null),
                settings.path("addressFullMessagePolicy").asText(),
                isOnUnlessSaid(settings, "autoCreateAddresses") || isOnUnlessSaid(settings, "autoCreateQueues"));
    }

    /** The broker leaves out what nobody has set, and would then make addresses by use. */
    private static boolean isOnUnlessSaid(JsonNode settings, String name) {
        return settings.path(name).asBoolean(true);
    }

    private static @Nullable String text(@Nullable Object name) {
        return name == null ? null : name.toString();
    }
}
