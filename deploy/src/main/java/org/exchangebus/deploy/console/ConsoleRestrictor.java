package org.exchangebus.deploy.console;

import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.AbstractConstantRestrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;

/**
 * What may be reached over Jolokia: nothing but what is named here.
 *
 * <p>Reading is allowed where no payload can be seen; of operations, those that a technician needs to watch, stop
 * and start routes. What would create an endpoint, send a message, change a route, show message bodies, write
 * files or run diagnostic commands stays out of reach, for the administrator too.
 */
public final class ConsoleRestrictor extends AbstractConstantRestrictor {

    private static final Set<RequestType> TYPES =
            Set.of(RequestType.READ, RequestType.LIST, RequestType.EXEC, RequestType.VERSION, RequestType.SEARCH);

    private static final Set<String> DOMAINS =
            Set.of("org.exchangebus", "org.apache.camel", "java.lang", "hawtio", "JMImplementation");

    /** Allowed operations by domain and type. */
    private static final Map<String, Set<String>> OPERATIONS = Map.of(
            "org.exchangebus:System",
                    Set.of(
                            "pause",
                            "resume",
                            "runNow",
                            "sweep",
                            "letThrough",
                            "quarantine",
                            "redrive",
                            "requests",
                            "doubts"),
            "org.apache.camel:routes",
                    Set.of(
                            "start",
                            "stop",
                            "dumpRouteAsXml",
                            "dumpRouteAsYaml",
                            "dumpRouteStatsAsXml",
                            "dumpRouteStatsAsJSon"),
            "org.apache.camel:context",
                    Set.of(
                            "dumpRoutesAsXml",
                            "dumpRoutesAsYaml",
                            "dumpRoutesStatsAsXml",
                            "dumpRoutesStatsAsJSon",
                            "dumpStructuredRoutesAsXml"),
            "org.apache.camel:services", Set.of("browse", "endpointStatistics", "listRestServices"),
            "hawtio:security", Set.of("list"));

    /** Where {@code browse} would show messages instead of counters. */
    private static final String INFLIGHT = "DefaultInflightRepository";

    public ConsoleRestrictor() {
        super(false);
    }

    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.POST;
    }

    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        return !isObjectNameHidden(name);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        String type = unquoted(name, "type");
        int signature = operation.indexOf('(');
        String called = signature < 0 ? operation : operation.substring(0, signature);
        boolean isListed =
                OPERATIONS.getOrDefault(name.getDomain() + ":" + type, Set.of()).contains(called);
        return isListed && (!called.equals("browse") || unquoted(name, "name").startsWith(INFLIGHT));
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        if (name.isPattern()) {
            return false;
        }
        return !DOMAINS.contains(name.getDomain());
    }

    /** Who may connect is decided by Spring Security and by the address the server listens on. */
    @Override
    public boolean isRemoteAccessAllowed(String... hosts) {
        return true;
    }

    /** No page of another origin is told that it may read an answer. */
    @Override
    public boolean isOriginAllowed(String origin, boolean isStrictCheck) {
        return isStrictCheck;
    }

    private static String unquoted(ObjectName name, String key) {
        String value = name.getKeyProperty(key);
        return value == null ? "" : value.replace("\"", "");
    }
}
