package org.exchangebus.adapters.database;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.Settings;
import org.exchangebus.adapters.SourceSettings;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;

/**
 * What an owner wrote about a table.
 *
 * @param zone zone in which the session tells moments
 * @param table plain name, with a schema before its dot where there is one
 * @param charset what the bytes in columns of text really are, where the database says something else
 * @param changed column of the last change; without it the whole table is read each time
 * @param isComplete whether the table holds everything each time it is read whole
 * @param settle how long after its change a row is believed to be committed
 * @param overlap how far before the cursor a window begins
 * @param patience longest wait for a connection and for a piece of an answer
 * @param deadline longest time of one statement
 */
record DatabaseSettings(
        String flow,
        Dialect dialect,
        String host,
        int port,
        String database,
        String user,
        Secret password,
        boolean isEncrypted,
        ZoneId zone,
        String table,
        List<String> fields,
        Optional<TextDecoder> charset,
        PrivateUse privateUse,
        List<String> key,
        Optional<String> changed,
        boolean isComplete,
        Duration settle,
        Duration overlap,
        Duration patience,
        Duration deadline,
        int fetchSize) {

    static DatabaseSettings of(SourceSettings settings) {
        Settings connection = settings.connection();
        Settings source = settings.source();
        Optional<String> changed = Optional.of(source.text("changed", "")).filter(text -> !text.isEmpty());
        List<String> fields = source.texts("fields");
        for (String column : source.texts("key")) {
            if (!fields.contains(column)) {
                throw source.problem("key", DatabaseProblem.KEY_NOT_A_FIELD, column, String.join(", ", fields));
            }
        }
        return new DatabaseSettings(
                settings.flow().name(),
                Dialect.of(connection.text("engine")),
                connection.text("host"),
                connection.number("port"),
                connection.text("database"),
                connection.text("user"),
                connection.secret("password"),
                connection.flag("tls", true),
                ZoneId.of(connection.text("zone", "Asia/Shanghai")),
                source.text("table"),
                fields,
                charset(source),
                PrivateUse.of(source, settings.folder()),
                source.texts("key"),
                changed,
                settings.flow().fullSets().isComplete(),
                source.duration("settle", Duration.ofSeconds(5)),
                source.duration("overlap", Duration.ofMinutes(10)),
                connection.duration("patience", Duration.ofSeconds(30)),
                source.duration("deadline", Duration.ofMinutes(30)),
                source.number("fetch-size", 1_000));
    }

    private static Optional<TextDecoder> charset(Settings source) {
        if (!source.has("charset")) {
            return Optional.empty();
        }
        String name = source.text("charset");
        return Optional.of(TextDecoder.named(name)
                .orElseThrow(
                        () -> source.problem("charset", DatabaseProblem.CHARSET_UNKNOWN, name, TextDecoder.KNOWN)));
    }

    /** Host and port, as messages name them. */
    String address() {
        return host + ":" + port;
    }
}
