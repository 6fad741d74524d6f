package org.exchangebus.deploy.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.exchangebus.deploy.configuration.BusConfiguration.Delivery;
import org.exchangebus.deploy.configuration.BusConfiguration.Landing;
import org.exchangebus.deploy.configuration.BusConfiguration.Role;
import org.exchangebus.deploy.configuration.BusConfiguration.Schedule;
import org.exchangebus.deploy.configuration.BusConfiguration.Server;
import org.exchangebus.deploy.configuration.BusConfiguration.Web;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.routes.landing.LandingKey;
import org.exchangebus.routes.landing.LandingKeys;
import org.exchangebus.schemas.document.YamlFault;
import org.exchangebus.schemas.document.YamlText;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code bus.yaml}; everything wrong in it is reported together, each with line and column. */
public final class BusYaml {

    static final List<String> KEYS = List.of(
            "roles", "data", "systems", "catalogue", "database", "broker", "web", "schedule", "landing", "delivery");
    static final List<String> LANDING = List.of("key", "keep", "budget", "reserve");
    static final List<String> SERVER = List.of("url", "user", "password");

    private final String file;
    private final Path folder;
    private final UnaryOperator<@Nullable String> environment;
    private final List<Finding> findings = new ArrayList<>();

    private BusYaml(Path path, UnaryOperator<@Nullable String> environment) {
        this.file = path.toString();
        this.folder = path.toAbsolutePath().getParent();
        this.environment = environment;
    }

    /** Reads a file; relative paths in it are relative to its folder. */
    public static BusConfiguration read(Path path) {
        return read(path, System::getenv);
    }

    static BusConfiguration read(Path path, UnaryOperator<@Nullable String> environment) {
        String text;
        try {
            text = YamlText.of(path);
        } catch (YamlFault e) {
            throw new ProblemException(e.in(path.toString()), e);
        } catch (NoSuchFileException e) {
            throw new ProblemException(
                    Finding.of(
                            path.toString(),
                            DeployProblem.CONFIGURATION_MISSING,
                            path.toAbsolutePath().normalize().toString()),
                    e);
        } catch (IOException e) {
            String name = e.getClass().getSimpleName();
            throw new ProblemException(Finding.of(path.toString(), DeployProblem.CONFIGURATION_NOT_READABLE, name), e);
        }
        return new BusYaml(path, environment).parse(text);
    }

    private BusConfiguration parse(String text) {
        YamlSection root = new YamlSection(file, "", compose(text), findings, KEYS);
        YamlSection web = root.section("web", List.of("address", "port"));
        YamlSection schedule = root.section("schedule", List.of("enabled"));
        Set<Role> roles = roles(root);
        BusConfiguration configuration = new BusConfiguration(
                roles,
                folder.resolve(root.text("data").orElse("data")).normalize(),
                directory(root, "systems"),
                directory(root, "catalogue"),
                server(root.section("database", SERVER), "jdbc:postgresql:"),
                server(root.section("broker", SERVER), "tcp:"),
                new Web(web.text("address").orElse(Web.LOOPBACK), web.port("port", Web.PORT)),
                new Schedule(schedule.flag("enabled", true)),
                landing(root.section("landing", LANDING), roles.contains(Role.BUS)),
                delivery(root.section("delivery", List.of("chunks"))));
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        return configuration;
    }

    private @Nullable Node compose(String text) {
        try {
            return YamlText.compose(text, DeployProblem.CONFIGURATION_NOT_YAML);
        } catch (YamlFault e) {
            throw new ProblemException(e.in(file), e);
        }
    }

    private static Set<Role> roles(YamlSection root) {
        if (!root.has("roles")) {
            return EnumSet.allOf(Role.class);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : root.texts("roles")) {
            if (List.of("bus", "hub").contains(name)) {
                roles.add(Role.valueOf(name.toUpperCase(Locale.ROOT)));
            } else {
                root.report("roles", DeployProblem.VALUE_OF_WRONG_TYPE, "roles", name, "one of 'bus' and 'hub'");
            }
        }
        return roles;
    }

    private @Nullable Path directory(YamlSection root, String key) {
        return root.text(key)
                .map(name -> {
                    Path directory = folder.resolve(name).normalize();
                    if (!Files.isDirectory(directory)) {
                        root.report(key, DeployProblem.PLACE_OF_DIRECTORY_MISSING, directory.toString());
                    }
                    return directory;
                })
                .orElse(null);
    }

    private @Nullable Server server(YamlSection section, String scheme) {
        if (!section.isThere()) {
            return null;
        }
        String url = section.required("url");
        if (section.has("url") && !url.startsWith(scheme)) {
            section.wrong("url", "an address that begins with " + scheme);
        }
        return new Server(url, section.required("user"), secret(section, "password"));
    }

    private Landing landing(YamlSection section, boolean isNeeded) {
        if (isNeeded && !section.has("key")) {
            section.report("key", DeployProblem.LANDING_KEY_MISSING);
        }
        List<LandingKey> keys = new ArrayList<>();
        List<String> places = section.oneOrMore("key");
        for (String place : places.equals(List.of("none")) ? List.<String>of() : places) {
            String text = secret(section, "key", place).text();
            Optional<LandingKey> key = LandingKey.parse(text);
            if (key.isEmpty() && !text.isEmpty()) {
                section.report("key", DeployProblem.LANDING_KEY_UNUSABLE, place);
            }
            key.ifPresent(keys::add);
        }
        return new Landing(
                new LandingKeys(keys),
                section.duration("keep", Landing.KEEP),
                section.bytes("budget", Landing.BUDGET),
                section.bytes("reserve", Landing.RESERVE));
    }

    private static Delivery delivery(YamlSection section) {
        return new Delivery(section.number("chunks", Delivery.USUAL.chunks(), Delivery.LEAST, Delivery.MOST));
    }

    private Secret secret(YamlSection section, String key) {
        return secret(section, key, section.required(key));
    }

    private Secret secret(YamlSection section, String key, String text) {
        String name = text.substring(text.indexOf(':') + 1);
        String found = null;
        if (text.startsWith("env:")) {
            found = environment.apply(name);
        } else if (text.startsWith("file:")) {
            found = content(folder.resolve(name));
        } else {
            if (!text.isEmpty()) {
                section.report(key, DeployProblem.SECRET_IN_PLAIN, section.path(key));
            }
            return new Secret("");
        }
        if (found == null) {
            section.report(key, DeployProblem.SECRET_NOT_FOUND, section.path(key), name);
        }
        return new Secret(found == null ? "" : found);
    }

    private static @Nullable String content(Path path) {
        try {
            return Files.readString(path).strip();
        } catch (IOException e) {
            return null;
        }
    }
}
