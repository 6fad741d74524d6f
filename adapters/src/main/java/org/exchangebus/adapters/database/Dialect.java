package org.exchangebus.adapters.database;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** What the engines say differently. */
enum Dialect {
    MARIADB(
            '`',
            "UTC_TIMESTAMP(6), NOW(6)",
            // The start is told in the server's own zone and in whole seconds.
            "SELECT COALESCE(MAX(CASE WHEN trx_mysql_thread_id <> CONNECTION_ID() AND trx_is_read_only = 0 THEN"
                    + " TIMESTAMPDIFF(SECOND, trx_started, CONVERT_TZ(NOW(), @@session.time_zone, 'SYSTEM')) END), 0),"
                    + " COALESCE(MAX(trx_mysql_thread_id = CONNECTION_ID()), 0) FROM information_schema.innodb_trx",
            "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY") {
        @Override
        String url(String host, int port, String database) {
            return "jdbc:mariadb://" + host + ":" + port + "/" + database;
        }

        @Override
        void properties(Properties properties, DatabaseSettings settings) {
            properties.setProperty("sslMode", settings.isEncrypted() ? "verify-full" : "disable");
            properties.setProperty(
                    "connectTimeout", Long.toString(settings.patience().toMillis()));
            properties.setProperty(
                    "socketTimeout", Long.toString(settings.deadline().toMillis()));
            properties.setProperty("tinyInt1isBit", "false");
            properties.setProperty("allowLocalInfile", "false");
            properties.setProperty("allowPublicKeyRetrieval", "false");
        }

        @Override
        List<String> session(ZoneId zone, Duration deadline) {
            return List.of(
                    "SET SESSION time_zone = '" + offset(zone) + "'",
                    "SET SESSION max_statement_time = " + deadline.toSeconds(),
                    "SET SESSION net_write_timeout = 600",
                    "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }

        @Override
        String plain(String column) {
            return "CAST(" + column + " AS CHAR)";
        }

        @Override
        String bound(boolean isMoment) {
            return "?";
        }

        @Override
        boolean keepsMoments(String typeName) {
            return typeName.equalsIgnoreCase("TIMESTAMP");
        }

        @Override
        String moment(Instant moment, ZoneOffset session) {
            return TEXT.format(moment.atOffset(session));
        }

        @Override
        String standStill(Duration time) {
            return "DO SLEEP(" + time.toMillis() / 1000.0 + ")";
        }

        @Override
        String asText(String column, int type, String typeName) {
            return isTemporal(type) ? "CAST(" + column + " AS CHAR)" : column;
        }

        @Override
        String asBytes(String column) {
            return "CAST(" + column + " AS BINARY)";
        }

        @Override
        boolean isBinary(int type, String typeName) {
            return type == Types.BIT || holdsBytes(type);
        }
    },

    POSTGRESQL(
            '"',
            "told AT TIME ZONE 'UTC', told::timestamp FROM (SELECT clock_timestamp() AS told) AS clock",
            // A session whose start is hidden stands for a grant that is missing.
            "SELECT CASE WHEN bool_or(state IS NULL) THEN NULL ELSE coalesce(ceil(max(extract(epoch FROM"
                    + " clock_timestamp() - xact_start)))::bigint, 0) END, true FROM (SELECT state, xact_start"
                    + " FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    + " AND backend_type = 'client backend' UNION ALL SELECT 'prepared', prepared"
                    + " FROM pg_prepared_xacts WHERE database = current_database()) AS others",
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY") {
        @Override
        String url(String host, int port, String database) {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }

        @Override
        void properties(Properties properties, DatabaseSettings settings) {
            properties.setProperty("sslmode", settings.isEncrypted() ? "verify-full" : "disable");
            properties.setProperty(
                    "connectTimeout", Long.toString(settings.patience().toSeconds()));
            properties.setProperty(
                    "loginTimeout", Long.toString(settings.patience().toSeconds()));
            properties.setProperty(
                    "socketTimeout", Long.toString(settings.deadline().toSeconds()));
            properties.setProperty("ApplicationName", "exchange-bus");
        }

        @Override
        List<String> session(ZoneId zone, Duration deadline) {
            return List.of(
                    "SET TIME ZONE '" + zone.getId() + "'",
                    "SET statement_timeout = " + deadline.toMillis(),
                    "SET DateStyle = 'ISO, YMD'");
        }

        @Override
        String plain(String column) {
            return "CAST(CAST(" + column + " AS timestamp) AS text)";
        }

        @Override
        String bound(boolean isMoment) {
            return isMoment ? "CAST(? AS timestamptz)" : "CAST(? AS timestamp)";
        }

        @Override
        boolean keepsMoments(String typeName) {
            return typeName.equals("timestamptz");
        }

        @Override
        String moment(Instant moment, ZoneOffset session) {
            return TEXT.format(moment.atOffset(ZoneOffset.UTC)) + "+00";
        }

        @Override
        String standStill(Duration time) {
            return "SELECT pg_sleep(" + time.toMillis() / 1000.0 + ")";
        }

        @Override
        String asText(String column, int type, String typeName) {
            // In the session's zone and without its offset, as the other engine tells it.
            String named = typeName.equals("timestamptz") ? "CAST(" + column + " AS timestamp)" : column;
            return isTemporal(type) || typeName.equals("bool") ? "CAST(" + named + " AS text)" : column;
        }

        @Override
        String asBytes(String column) {
            // Unlike a cast, concat keeps padding.
            return "CASE WHEN " + column + " IS NOT NULL THEN convert_to(concat(" + column
                    + "), getdatabaseencoding()) END";
        }

        @Override
        boolean isBinary(int type, String typeName) {
            return holdsBytes(type);
        }
    };

    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}(\\.[A-Za-z_][A-Za-z0-9_]{0,63})?");

    private final char quote;
    private final String now;
    private final String oldestTransaction;
    private final String snapshot;

    Dialect(char quote, String now, String oldestTransaction, String snapshot) {
        this.quote = quote;
        this.now = now;
        this.oldestTransaction = oldestTransaction;
        this.snapshot = snapshot;
    }

    /** The engine of a name as {@code adapter.yaml} says it. */
    static Dialect of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    abstract String url(String host, int port, String database);

    abstract void properties(Properties properties, DatabaseSettings settings);

    /** What is said to a session before anything else. */
    abstract List<String> session(ZoneId zone, Duration deadline);

    /** Statement that does nothing for so long. */
    abstract String standStill(Duration time);

    /** The column as it is selected, so that the engine itself writes dates and times as text. */
    abstract String asText(String column, int type, String typeName);

    /** A time of change as text, in the session's zone. */
    abstract String plain(String column);

    /** The column as it is selected, so that its text comes as the bytes that are kept. */
    abstract String asBytes(String column);

    /** Whether a column holds bytes and no text. */
    abstract boolean isBinary(int type, String typeName);

    /** The present moment, in UTC and as the session tells it; what follows SELECT. */
    String now() {
        return now;
    }

    /**
     * Query of the age of the oldest open transaction in seconds; NULL, or a refusal, where it may not be known. Then
     * whether the answer is of this moment: whether it knows the transaction of whoever asks.
     */
    String oldestTransaction() {
        return oldestTransaction;
    }

    /** Begins a read-only transaction that sees one moment. */
    String snapshot() {
        return snapshot;
    }

    /** The placeholder of a bound of a window in a condition. */
    abstract String bound(boolean isMoment);

    /** Whether a column keeps moments, whatever the zone; others keep the wall's time. */
    abstract boolean keepsMoments(String typeName);

    /** A moment as it is bound to a column that keeps moments. */
    abstract String moment(Instant moment, ZoneOffset session);

    /** A plain name between quotes, a schema before its dot; anything else never gets into a statement. */
    String quoted(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name: " + name);
        }
        return quote + name.replace(".", quote + "." + quote) + quote;
    }

    static boolean isTemporal(int type) {
        return type == Types.DATE
                || type == Types.TIME
                || type == Types.TIME_WITH_TIMEZONE
                || type == Types.TIMESTAMP
                || type == Types.TIMESTAMP_WITH_TIMEZONE;
    }

    static boolean isText(int type) {
        return type == Types.CHAR
                || type == Types.VARCHAR
                || type == Types.LONGVARCHAR
                || type == Types.NCHAR
                || type == Types.NVARCHAR
                || type == Types.LONGNVARCHAR
                || type == Types.CLOB
                || type == Types.NCLOB;
    }

    static boolean isMoment(int type) {
        return type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE;
    }

    private static boolean holdsBytes(int type) {
        return type == Types.BINARY || type == Types.VARBINARY || type == Types.LONGVARBINARY || type == Types.BLOB;
    }

    private static String offset(ZoneId zone) {
        String id = zone.getRules().getOffset(Instant.now()).getId();
        return id.equals("Z") ? "+00:00" : id;
    }
}
