package org.exchangebus.deploy.application;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.exchangebus.adapters.Lookup;
import org.exchangebus.deploy.check.SerialFilter;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Role;
import org.exchangebus.deploy.console.ConsoleUser;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.management.SystemBeans;
import org.exchangebus.routes.audit.HeadFile;
import org.exchangebus.routes.bus.FlowControl;
import org.exchangebus.routes.ledger.Audit;
import org.exchangebus.routes.ledger.Ledger;
import org.exchangebus.schemas.run.SystemFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** A running bus, hub or both: Camel, schedule, web pages and MBeans on top of what was started before. */
public final class Exchange implements AutoCloseable {

    /** Where the heads of the audit are kept below the data directory. */
    public static final String AUDIT = "audit";

    /** The file of the heads. */
    public static final String HEADS = "heads";

    private final Installation installation;
    private final ConfigurableApplicationContext context;
    private final @Nullable SystemBeans beans;
    private final @Nullable AuditedLife life;
    private final Optional<String> firstPassword;

    private Exchange(
            Installation installation,
            ConfigurableApplicationContext context,
            @Nullable SystemBeans beans,
            @Nullable AuditedLife life,
            Optional<String> firstPassword) {
        this.installation = installation;
        this.context = context;
        this.beans = beans;
        this.life = life;
        this.firstPassword = firstPassword;
    }

    /**
     * What is started.
     *
     * @param withDepartments whether the bundled systems, the demonstration's departments, are connected
     * @param withPages whether there are web pages and a schedule that outlives the process; a single run of each
     *     source needs neither
     */
    public record Plan(BusConfiguration configuration, Lookup lookup, boolean withDepartments, boolean withPages) {}

    public static Exchange start(Plan plan, DataDirectory data, Infrastructure infrastructure) {
        BusConfiguration configuration = plan.configuration();
        SerialFilter.setWhereAbsent();
        infrastructure.checks(configuration, data.path()).require();
        List<SystemFolder> folders = new ArrayList<>(plan.withDepartments() ? Systems.bundled() : List.of());
        folders.addAll(Systems.below(configuration.systems()));
        Installation installation = new Installation(configuration, data, infrastructure, folders, plan.lookup());
        AuditedLife life = null;
        try {
            // Without pages there is nobody to show a first password to.
            ConsoleUser user = plan.withPages() ? ConsoleUser.keptIn(data.secrets()) : null;
            if (plan.withPages()) {
                QuartzTables.createWhereAbsent(infrastructure.database());
            }
            Ledger ledger = new Ledger(infrastructure.database());
            if (configuration.has(Role.BUS)) {
                ledger.migrate();
                HeadFile heads = new HeadFile(data.directory(AUDIT).resolve(HEADS));
                life = AuditedLife.begin(ledger.audit(), heads, configuration, folders);
            }
            ConfigurableApplicationContext context =
                    spring(plan, infrastructure, installation, user, life == null ? null : ledger.audit());
            FlowControl flows = installation.flows();
            SystemBeans beans = flows == null
                    ? null
                    : new SystemBeans(ManagementFactory.getPlatformMBeanServer(), flows, Exchange::caller);
            return new Exchange(
                    installation, context, beans, life, user == null ? Optional.empty() : user.firstPassword());
        } catch (SQLException | IOException e) {
            end(life, installation);
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            end(life, installation);
            throw e;
        }
    }

    private static void end(@Nullable AuditedLife life, Installation installation) {
        if (life != null) {
            life.close();
        }
        installation.close();
    }

    /** The flows of the bus; there are none where this process is a hub alone. */
    public Optional<FlowControl> flows() {
        return Optional.ofNullable(installation.flows());
    }

    /** The port of the web pages; empty without pages. */
    public Optional<Integer> webPort() {
        return context instanceof WebServerApplicationContext web
                ? Optional.of(web.getWebServer().getPort())
                : Optional.empty();
    }

    /** The console's password, where it was made at this start. */
    public Optional<String> firstPassword() {
        return firstPassword;
    }

    @Override
    public void close() {
        if (beans != null) {
            beans.close();
        }
        context.close();
        end(life, installation);
    }

    /** Secrets of systems: from the environment, else from the files in the data directory. */
    public static Lookup secretsOf(DataDirectory data) {
        Path secrets = data.directory("secrets");
        return Lookup.of(Map.of(), System::getenv, secrets);
    }

    private static ConfigurableApplicationContext spring(
            Plan plan,
            Infrastructure infrastructure,
            Installation installation,
            @Nullable ConsoleUser user,
            @Nullable Audit audit) {
        Map<String, Object> properties =
                ExchangeProperties.of(plan.configuration().web(), plan.withPages());
        return new SpringApplicationBuilder(ExchangeSetup.class)
                .web(plan.withPages() ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(properties)
                .initializers(spring -> {
                    // Libraries bring properties of their own; these come before them.
                    spring.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bus", properties));
                    GenericApplicationContext beans = (GenericApplicationContext) spring;
                    beans.registerBean(
                            DataSource.class, infrastructure::database, lent -> lent.setDestroyMethodName(""));
                    beans.registerBean(Installation.class, () -> installation, lent -> lent.setDestroyMethodName(""));
                    if (user != null) {
                        beans.registerBean(ConsoleUser.class, () -> user);
                    }
                    if (audit != null) {
                        beans.registerBean(Audit.class, () -> audit);
                    }
                })
                .run();
    }

    private static String caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "jmx" : Objects.toString(authentication.getName(), "jmx");
    }
}
