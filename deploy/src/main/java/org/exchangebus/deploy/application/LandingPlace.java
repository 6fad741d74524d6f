package org.exchangebus.deploy.application;

import java.util.List;
import org.exchangebus.deploy.configuration.BusConfiguration;
import org.exchangebus.deploy.configuration.BusConfiguration.Landing;
import org.exchangebus.deploy.data.DataDirectory;
import org.exchangebus.deploy.data.Secrets;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.landing.LandingKey;
import org.exchangebus.routes.landing.LandingKeys;
import org.exchangebus.routes.landing.LandingSettings;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where a bus lands what it takes; where its configuration names no key, one is kept beside the passwords. */
public final class LandingPlace {

    private static final String DIRECTORY = "landing";
    private static final String KEY = "landing.key";

    private LandingPlace() {}

    /** The landing store of a bus that starts; its key is made where there is none. */
    public static LandingSettings of(BusConfiguration configuration, DataDirectory data) {
        Landing landing = configuration.landing();
        Secrets secrets = data.secrets();
        if (landing.keys() == null && secrets.find(KEY).isEmpty()) {
            secrets.put(KEY, LandingKey.random());
        }
        return new LandingSettings(
                data.path().resolve(DIRECTORY),
                keys(landing.keys(), secrets),
                landing.keep(),
                landing.budget(),
                landing.reserve());
    }

    /** The landing store of a bus that may run in another process; for reading. */
    static LandingSettings of(BusConfiguration configuration) {
        Landing landing = configuration.landing();
        return new LandingSettings(
                configuration.data().toAbsolutePath().normalize().resolve(DIRECTORY),
                keys(landing.keys(), DataDirectory.secretsOf(configuration.data())),
                landing.keep(),
                landing.budget(),
                landing.reserve());
    }

    private static LandingKeys keys(@Nullable LandingKeys named, Secrets secrets) {
        if (named != null) {
            return named;
        }
        return secrets.find(KEY)
                .map(text -> LandingKey.parse(text)
                        .orElseThrow(() -> new ProblemException(
                                Finding.of(secrets.path(KEY).toString(), DeployProblem.LANDING_KEY_UNUSABLE, KEY))))
                .map(key -> new LandingKeys(List.of(key)))
                .orElse(LandingKeys.NONE);
    }
}
