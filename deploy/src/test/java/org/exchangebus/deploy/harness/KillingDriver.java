package org.exchangebus.deploy.harness;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.deploy.harness.KillPoint.Moment;

/**
 * A JDBC driver around PostgreSQL's that knows which tables a transaction wrote, and stands before and behind its commit.
 */
final class KillingDriver implements Driver {

    private static final Pattern WRITES =
            Pattern.compile("(?i)\\b(?:insert\\s+into|update|delete\\s+from)\\s+\"?([a-z_]+\"?\\.\"?[a-z_]+)");

    private final org.postgresql.Driver driver = new org.postgresql.Driver();
    private final KillPoint point;

    private KillingDriver(KillPoint point) {
        this.point = point;
    }

    /** Takes the place of PostgreSQL's own driver in this process. */
    static void register(KillPoint point) throws SQLException {
        if (org.postgresql.Driver.isRegistered()) {
            org.postgresql.Driver.deregister();
        }
        DriverManager.registerDriver(new KillingDriver(point));
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = driver.connect(url, info);
        return connection == null ? null : wrap(Connection.class, new Watched(connection));
    }

    @Override
    public boolean acceptsURL(String url) {
        return driver.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postgresql");
    }

    private static <T> T wrap(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** A connection and the tables that its transaction wrote. */
    private final class Watched implements InvocationHandler {

        private final Connection connection;
        private final Set<String> written = new HashSet<>();

        Watched(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            boolean isEnd = method.getName().equals("commit");
            Set<String> tables = Set.copyOf(written);
            if (isEnd) {
                tables.forEach(table -> point.reach(Moment.BEFORE_COMMIT, table));
            }
            Object result = call(connection, method, arguments);
            if (isEnd) {
                tables.forEach(table -> point.reach(Moment.AFTER_COMMIT, table));
            }
            if (isEnd || method.getName().equals("rollback")) {
                written.clear();
            }
            String sql = arguments != null && arguments[0] instanceof String text ? text : "";
            if (result instanceof CallableStatement statement) {
                return wrap(CallableStatement.class, statement(statement, sql));
            }
            if (result instanceof PreparedStatement statement) {
                return wrap(PreparedStatement.class, statement(statement, sql));
            }
            return result instanceof Statement statement ? wrap(Statement.class, statement(statement, sql)) : result;
        }

        private InvocationHandler statement(Statement statement, String prepared) {
            return (proxy, method, arguments) -> {
                if (!method.getName().startsWith("execute")) {
                    return call(statement, method, arguments);
                }
                String sql = arguments != null && arguments[0] instanceof String text ? text : prepared;
                Set<String> tables = tables(sql);
                if (!connection.getAutoCommit()) {
                    written.addAll(tables);
                    return call(statement, method, arguments);
                }
                tables.forEach(table -> point.reach(Moment.BEFORE_COMMIT, table));
                Object result = call(statement, method, arguments);
                tables.forEach(table -> point.reach(Moment.AFTER_COMMIT, table));
                return result;
            };
        }

        private static Set<String> tables(String sql) {
            Set<String> tables = new HashSet<>();
            Matcher matcher = WRITES.matcher(sql);
            while (matcher.find()) {
                tables.add(matcher.group(1).replace("\"", "").toLowerCase(Locale.ROOT));
            }
            return tables;
        }
    }
}
