package org.exchangebus.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.schemas.document.YamlFault;
import org.exchangebus.schemas.document.YamlText;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.run.Flow;
import org.exchangebus.schemas.run.FullSets;
import org.exchangebus.schemas.run.HoldAt;
import org.exchangebus.schemas.run.SystemFolder;
import org.jspecify.annotations.Nullable;

/** Reads the {@code adapter.yaml} of one system: placeholders, schema, then what the schema cannot see. */
final class AdapterFile {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private static final String NEVER = "never";

    private final SystemFolder folder;
    private final Map<String, Protocol> protocols;
    private final Lookup lookup;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Flow> followers = new ArrayList<>();

    AdapterFile(SystemFolder folder, Map<String, Protocol> protocols, Lookup lookup) {
        this.folder = folder;
        this.protocols = protocols;
        this.lookup = lookup;
    }

    /** What is wrong with the file; nothing if it can be used. */
    List<Finding> findings() {
        return findings;
    }

    /** The flows that carry a source's rows as further resources; known once the sources are. */
    List<Flow> followers() {
        return followers;
    }

    /** The sources by name; what is wrong with the others is among the findings. */
    Map<SourceSettings, Source> sources() {
        String file = folder.adapter().toString();
        YamlDocument document = new YamlDocument(file, text(file), this::resolve, findings);
        if (!findings.isEmpty()) {
            return Map.of();
        }
        String protocolName = document.root().path("protocol").asText();
        Protocol protocol = protocols.get(protocolName);
        if (protocol == null && document.root().hasNonNull("protocol")) {
            findings.add(Finding.of(
                    document.where("/protocol"),
                    AdapterProblem.UNKNOWN_PROTOCOL,
                    protocolName,
                    String.join(", ", protocols.keySet().stream().sorted().toList())));
        }
        findings.addAll(AdapterSchema.of(protocol).check(document));
        if (protocol == null || !findings.isEmpty()) {
            return Map.of();
        }
        return open(document, protocol);
    }

    private Map<SourceSettings, Source> open(YamlDocument document, Protocol protocol) {
        Map<SourceSettings, Source> sources = new LinkedHashMap<>();
        Settings system = new Settings(document, "", lookup);
        Settings all = system.section("sources");
        for (String name : all.keys()) {
            Settings source = all.section(name);
            requireMapping(source);
            Flow flow = new Flow(
                    folder.name(),
                    name,
                    system.text("department"),
                    protocol.name(),
                    source.text("mapping"),
                    source.text("resource"),
                    source.text("schedule"),
                    ZoneId.of(source.text("zone", "Asia/Shanghai")),
                    source.text("summary"),
                    null,
                    fullSets(folder.name() + "-" + name, source),
                    holdAt(source));
            Settings also = source.section("also");
            also.keys().forEach(further -> followers.add(follower(flow, further, also.section(further))));
            SourceSettings settings = new SourceSettings(folder, flow, system.section("connection"), source);
            try {
                sources.put(settings, protocol.open(settings));
            } catch (ProblemException e) {
                e.findings().stream().filter(f -> !findings.contains(f)).forEach(findings::add);
            }
        }
        return sources;
    }

    private Flow follower(Flow leader, String name, Settings settings) {
        requireMapping(settings);
        return new Flow(
                leader.system(),
                name,
                leader.department(),
                leader.kind(),
                settings.text("mapping"),
                settings.text("resource"),
                leader.cron(),
                leader.zone(),
                settings.text("summary"),
                leader.source(),
                leader.fullSets(),
                holdAt(settings));
    }

    private FullSets fullSets(String flow, Settings source) {
        boolean isComplete = source.flag("complete", false);
        boolean isByChange = source.has("changed");
        if (isComplete && isByChange) {
            findings.add(source.finding("complete", AdapterProblem.COMPLETE_BY_CHANGE));
        }
        String sweep = source.text("sweep", isByChange ? nightly(flow) : NEVER);
        Settings deletes = source.section("deletes");
        Settings stopAt = deletes.section("stop-at");
        return new FullSets(
                isComplete,
                sweep.equals(NEVER) ? null : sweep,
                deletes.flag("compare", true),
                stopAt.number("records", FullSets.NONE.stopRecords()),
                stopAt.number("per-cent", FullSets.NONE.stopPerCent()));
    }

    /** Some minute between one and five at night, always the same for a flow, so that not all sweep at once. */
    private static String nightly(String flow) {
        int minute = Math.floorMod(flow.hashCode(), 240);
        return minute % 60 + " " + (1 + minute / 60) + " * * *";
    }

    private static @Nullable HoldAt holdAt(Settings settings) {
        if (!settings.has("hold-at")) {
            return null;
        }
        Settings limit = settings.section("hold-at");
        return new HoldAt(number(limit, "records"), number(limit, "per-cent"));
    }

    private static @Nullable Integer number(Settings settings, String key) {
        return settings.has(key) ? settings.number(key) : null;
    }

    private void requireMapping(Settings settings) {
        if (!Files.isRegularFile(folder.mapping(settings.text("mapping")))) {
            findings.add(settings.finding("mapping", AdapterProblem.NO_MAPPING_FILE, settings.text("mapping")));
        }
    }

    private String text(String file) {
        try {
            return YamlText.of(folder.adapter());
        } catch (YamlFault e) {
            findings.add(e.in(file));
        } catch (IOException e) {
            findings.add(Finding.of(file, SchemaProblem.FILE_UNREADABLE, String.valueOf(e.getMessage())));
        }
        return "{}";
    }

    private String resolve(String text, String where, List<Finding> findings) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = matcher.group();
            if (!name.startsWith("secret:")) {
                value = lookup.address(name).orElse(null);
                if (value == null) {
                    findings.add(Finding.of(where, AdapterProblem.UNKNOWN_PLACEHOLDER, name));
                    value = "";
                }
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(resolved).toString();
    }
}
