package org.exchangebus.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleRestrictorTest {

    private final ConsoleRestrictor restrictor = new ConsoleRestrictor();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "org.exchangebus:type=System,name=credit-office; pause(java.lang.String)",
                "org.exchangebus:type=System,name=credit-office; runNow",
                "org.exchangebus:type=System,name=credit-office; quarantine(int)",
                "org.exchangebus:type=System,name=credit-office; redrive(java.lang.String)",
                "org.exchangebus:type=System,name=credit-office; requests()",
                "org.exchangebus:type=System,name=credit-office; doubts()",
                "org.apache.camel:context=bus,type=routes,name=\"credit-office-licence\"; stop()",
                "org.apache.camel:context=bus,type=context,name=\"bus\"; dumpRoutesAsXml(boolean)",
                "org.apache.camel:context=bus,type=services,name=DefaultInflightRepository; browse()",
                "hawtio:type=security,name=RBACRegistry; list()"
            })
    void allowsWhatATechnicianNeeds(String name, String operation) throws MalformedObjectNameException {
        assertThat(restrictor.isOperationAllowed(new ObjectName(name), operation))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "org.apache.camel:context=bus,type=context,name=\"bus\"; createEndpoint(java.lang.String)",
                "org.apache.camel:context=bus,type=context,name=\"bus\"; sendBody(java.lang.String,java.lang.Object)",
                "org.apache.camel:context=bus,type=context,name=\"bus\"; addOrUpdateRoutesFromXml(java.lang.String)",
                "org.apache.camel:context=bus,type=context,name=\"bus\"; stop()",
                "org.apache.camel:context=bus,type=routes,name=\"r\"; updateRouteFromXml(java.lang.String)",
                "org.apache.camel:context=bus,type=routes,name=\"r\"; remove()",
                "org.apache.camel:context=bus,type=endpoints,name=\"e\"; browse(java.lang.Integer,java.lang.Integer)",
                "org.apache.camel:context=bus,type=services,name=Other; browse()",
                "com.sun.management:type=DiagnosticCommand; vmSystemProperties",
                "com.sun.management:type=HotSpotDiagnostic; dumpHeap",
                "java.lang:type=Memory; gc()",
                "java.util.logging:type=Logging; setLoggerLevel",
                "org.apache.activemq.artemis:broker=\"b\"; createQueue",
                "org.exchangebus:type=Other,name=x; pause",
                "ch.qos.logback.classic:Name=default; reloadByFileName"
            })
    void refusesEverythingElse(String name, String operation) throws MalformedObjectNameException {
        assertThat(restrictor.isOperationAllowed(new ObjectName(name), operation))
                .isFalse();
    }

    @Test
    void hidesWhatIsNotOursAndLetsNothingBeWritten() throws MalformedObjectNameException {
        ObjectName ours = new ObjectName("org.exchangebus:type=System,name=x");
        ObjectName broker = new ObjectName("org.apache.activemq.artemis:broker=\"b\"");
        assertThat(restrictor.isObjectNameHidden(ours)).isFalse();
        assertThat(restrictor.isObjectNameHidden(broker)).isTrue();
        assertThat(restrictor.isAttributeReadAllowed(broker, "Version")).isFalse();
        assertThat(restrictor.isAttributeWriteAllowed(ours, "State")).isFalse();
        assertThat(restrictor.isTypeAllowed(RequestType.WRITE)).isFalse();
        assertThat(restrictor.isTypeAllowed(RequestType.CONFIG)).isFalse();
        assertThat(restrictor.isHttpMethodAllowed(HttpMethod.GET)).isFalse();
        assertThat(restrictor.isOriginAllowed("https://elsewhere.example", false))
                .isFalse();
    }
}
