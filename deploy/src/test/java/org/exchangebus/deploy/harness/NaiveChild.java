package org.exchangebus.deploy.harness;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.exchangebus.deploy.broker.BrokerAddress;
import org.exchangebus.deploy.broker.EmbeddedBroker;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.RegistryDdl;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The control: what a reader of tutorials would write for the same task. A file is polled from FTP and moved when it is
 * done, its lines go to a queue one by one, and whoever takes a line from the queue upserts it.
 *
 * <p>All settings are the defaults of Camel and of its JMS component, but for a pool of connections; the broker is ours,
 * durable and synced, and so is the database: what is lost here, the routes lose.
 */
final class NaiveChild {

    private static final String UPSERT = """
            INSERT INTO registry.well (well_code, well_name, level, step, record_digest, record_version, record_flow,
                record_run, record_deleted) VALUES (?, ?, ?, ?, gen_random_uuid(), nextval('harness_version'), 'naive', 1, ?)
            ON CONFLICT (well_code) DO UPDATE SET well_name = excluded.well_name, level = excluded.level,
                step = excluded.step, record_version = excluded.record_version,
                record_deleted = excluded.record_deleted""";

    private NaiveChild() {}

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("harness.home"));
        DataDirectory data = DataDirectory.open(Path.of(System.getProperty("harness.data")));
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(System.getProperty("harness.database"));
        database.setUsername("postgres");
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("CREATE SCHEMA IF NOT EXISTS registry");
        jdbc.execute(RegistryDdl.createTable(
                Catalogue.empty().with(home.resolve("catalogue")).resource("well")));
        jdbc.execute("CREATE SEQUENCE IF NOT EXISTS harness_version");
        BrokerAddress broker = EmbeddedBroker.start(data, List.of("wells")).address();
        JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password()));
        DefaultCamelContext context = new DefaultCamelContext();
        context.addComponent("jms", JmsComponent.jmsComponent(pool));
        context.addRoutes(routes(jdbc));
        context.start();
        System.out.println("ready");
        while (System.in.read() >= 0) {
            // Orders are for others; the end of them is the end of the process.
        }
        Runtime.getRuntime().halt(0);
    }

    private static RouteBuilder routes(JdbcTemplate jdbc) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("ftp://wells@127.0.0.1:" + System.getProperty("harness.ftp")
                                + "/?password=RAW(" + System.getenv("BUS_SECRET_WELLS_FTP")
                                + ")&passiveMode=true&charset=GBK&include=.*[.]csv&move=done")
                        .split(bodyAs(String.class).tokenize("\n"))
                        .filter(body().not().startsWith("CODE"))
                        .to("jms:queue:wells");
                from("jms:queue:wells")
                        .process(exchange -> upsert(exchange.getMessage().getBody(String.class)));
            }

            private void upsert(String line) {
                String[] cells = line.strip().split(",", -1);
                boolean isGone = cells[4].equals("1");
                jdbc.update(
                        UPSERT,
                        cells[0],
                        isGone ? null : cells[1],
                        isGone ? null : new java.math.BigDecimal(cells[2]),
                        isGone ? null : Long.valueOf(cells[3]),
                        isGone);
            }
        };
    }
}
