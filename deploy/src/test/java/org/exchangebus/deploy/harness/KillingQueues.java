package org.exchangebus.deploy.harness;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.camel.Component;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.support.LifecycleStrategySupport;
import org.exchangebus.deploy.harness.KillPoint.Moment;

/** Stands before and behind every commit of a session that takes from a queue. */
final class KillingQueues extends LifecycleStrategySupport {

    private final KillPoint point;

    KillingQueues(KillPoint point) {
        this.point = point;
    }

    @Override
    public void onComponentAdd(String name, Component component) {
        if (component instanceof JmsComponent jms) {
            ConnectionFactory connections = jms.getConfiguration().getConnectionFactory();
            jms.getConfiguration().setConnectionFactory(wrap(ConnectionFactory.class, connections, ""));
        }
    }

    private <T> T wrap(Class<T> type, Object target, String queue) {
        String[] taken = {queue};
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean isEnd = method.getName().equals("commit");
                    if (method.getName().equals("createConsumer")) {
                        taken[0] = queue(arguments);
                    }
                    if (isEnd) {
                        point.reach(Moment.BEFORE_ACKNOWLEDGE, taken[0]);
                    }
                    Object result = call(target, method, arguments);
                    if (isEnd) {
                        point.reach(Moment.AFTER_ACKNOWLEDGE, taken[0]);
                    }
                    if (result instanceof Session session) {
                        return wrap(Session.class, session, "");
                    }
                    return result instanceof Connection connection ? wrap(Connection.class, connection, "") : result;
                }));
    }

    private static String queue(Object[] arguments) throws JMSException {
        return arguments[0] instanceof Queue queue ? queue.getQueueName() : "";
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
