package org.exchangebus.adapters.database;

import java.time.Clock;
import org.exchangebus.adapters.Protocol;
import org.exchangebus.adapters.Source;
import org.exchangebus.adapters.SourceSettings;

/** Protocol {@code database}: tables and views of MariaDB and PostgreSQL. */
public final class DatabaseProtocol implements Protocol {

    private final Clock clock;

    public DatabaseProtocol() {
        this(Clock.systemUTC());
    }

    DatabaseProtocol(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Source open(SourceSettings settings) {
        return new DatabaseSource(DatabaseSettings.of(settings), clock);
    }
}
