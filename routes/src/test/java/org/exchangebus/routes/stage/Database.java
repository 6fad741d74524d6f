package org.exchangebus.routes.stage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real PostgreSQL, durable as in production, started once; every test has a database of its own. */
public final class Database implements AutoCloseable {

    private static EmbeddedPostgres server;

    private final String name;
    private final HikariDataSource dataSource;

    /** One that somebody else made and ends. */
    public Database(HikariDataSource dataSource) {
        name = "";
        this.dataSource = dataSource;
    }

    public Database() {
        name = "t" + UUID.randomUUID().toString().replace("-", "");
        new JdbcTemplate(server().getPostgresDatabase()).execute("CREATE DATABASE " + name);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server().getJdbcUrl("postgres", name));
        config.setMaximumPoolSize(16);
        dataSource = new HikariDataSource(config);
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public String url() {
        return server().getJdbcUrl("postgres", name);
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource);
    }

    /** Ends every connection to this database from outside, as a failing server would. */
    public void cutConnections() {
        new JdbcTemplate(server().getPostgresDatabase())
                .queryForList("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?", name);
    }

    @Override
    public void close() {
        dataSource.close();
        if (name.isEmpty()) {
            return;
        }
        new JdbcTemplate(server().getPostgresDatabase()).execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
}
