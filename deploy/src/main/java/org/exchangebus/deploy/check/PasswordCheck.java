package org.exchangebus.deploy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Server;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.jspecify.annotations.Nullable;

/** No server of others is entered with a password that everybody tries first; those made here are random. */
final class PasswordCheck implements SelfCheck {

    private static final int SHORTEST = 8;
    private static final Set<String> TRIED_FIRST = Set.of(
            "password",
            "passw0rd",
            "12345678",
            "123456789",
            "artemis",
            "activemq",
            "postgres",
            "changeit",
            "changeme",
            "administrator",
            "exchange",
            "admin123",
            "qwertyui",
            "88888888");

    private final BusConfiguration configuration;

    PasswordCheck(BusConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public String name() {
        return "passwords";
    }

    @Override
    public CheckResult look() {
        List<Finding> findings = new ArrayList<>();
        look("database", configuration.database(), findings);
        look("broker", configuration.broker(), findings);
        boolean isOwn = configuration.database() == null && configuration.broker() == null;
        return CheckResult.of(isOwn ? "made here" : "of bus.yaml", findings);
    }

    private static void look(String where, @Nullable Server server, List<Finding> findings) {
        if (server == null) {
            return;
        }
        String password = server.password().text();
        if (password.length() < SHORTEST
                || password.equalsIgnoreCase(server.user())
                || TRIED_FIRST.contains(password.toLowerCase(Locale.ROOT))) {
            findings.add(Finding.of(where, DeployProblem.PASSWORD_IS_GUESSABLE, where + ".password"));
        }
    }
}
