package org.exchangebus.deploy.management;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.bus.FlowStatus;

/** The MBeans {@code org.exchangebus:type=System,name=<system>}, one per system, from here to {@link #close}. */
public final class SystemBeans implements AutoCloseable {

    private final MBeanServer server;
    private final List<ObjectName> names = new ArrayList<>();

    /**
     * Registers a bean for every system that has a flow.
     *
     * @param who names the person who calls an operation
     */
    public SystemBeans(MBeanServer server, FlowControl flows, Supplier<String> who) {
        this.server = server;
        List<String> systems =
                flows.statuses().stream().map(FlowStatus::system).distinct().toList();
        try {
            for (String system : systems) {
                ObjectName name = new ObjectName("org.exchangebus:type=System,name=" + system);
                if (server.isRegistered(name)) {
                    server.unregisterMBean(name);
                }
                server.registerMBean(new SystemBean(system, flows, who), name);
                names.add(name);
            }
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (ObjectName name : names) {
            try {
                server.unregisterMBean(name);
            } catch (JMException ignored) {
                // It is gone already.
            }
        }
    }
}
