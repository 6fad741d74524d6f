package org.exchangebus.deploy.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Change;
import org.exchangebus.schemas.catalogue.Compatibility;
import org.exchangebus.schemas.catalogue.Effect;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.Severity;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.Similar;

/** What changed between two states of the catalogue or of one resource, what breaks by it, and for whom. */
public final class CatalogueDifference {

    private final List<Change> changes = new ArrayList<>();
    private final List<Part> removed = new ArrayList<>();
    private final List<Part> added = new ArrayList<>();

    /** A resource or a code table that one of the two states does not have. */
    private record Part(String what, String name) {}

    private final Catalogue known;
    private final CatalogueState now;

    private CatalogueDifference(Catalogue known, CatalogueState now) {
        this.known = known;
        this.now = now;
    }

    /**
     * @param older a folder of resources and code tables, the file of one, or the name of one that the bus knows; so is
     *     {@code newer}
     */
    public static CatalogueDifference between(Catalogue catalogue, String older, String newer) {
        CatalogueState before = CatalogueState.at(catalogue, older);
        CatalogueState now = CatalogueState.at(catalogue, newer);
        CatalogueDifference difference = new CatalogueDifference(catalogue, now);
        boolean areTwo = !Files.isDirectory(Path.of(older)) && !Files.isDirectory(Path.of(newer));
        difference.compare("RESOURCE", before.resources(), now.resources(), areTwo, Compatibility::between);
        difference.compare("CODE_TABLE", before.tables(), now.tables(), areTwo, Compatibility::between);
        return difference;
    }

    /** Part by part; two that were named are compared whatever they are called. */
    private <T> void compare(
            String what,
            SortedMap<String, T> before,
            SortedMap<String, T> now,
            boolean areTwo,
            BiFunction<T, T, List<Change>> comparison) {
        if (areTwo && !before.isEmpty() && !now.isEmpty()) {
            changes.addAll(comparison.apply(
                    before.values().iterator().next(), now.values().iterator().next()));
            return;
        }
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!now.containsKey(name)) {
                removed.add(new Part(what, name));
            } else if (!before.containsKey(name)) {
                added.add(new Part(what, name));
            } else {
                changes.addAll(comparison.apply(before.get(name), now.get(name)));
            }
        }
    }

    /** The items that hold codes of the table that a change is about; none for a change of a resource. */
    private List<String> users(Change change) {
        return Stream.concat(known.resources().stream(), now.resources().values().stream())
                .flatMap(resource -> resource.items().stream()
                        .filter(item -> change.where().equals(item.codeTable()))
                        .map(item -> resource.name() + "/" + item.name()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The resource of a name; one that there is not is the caller's mistake, with "did you mean". */
    public static Resource resource(Catalogue catalogue, String name) {
        List<String> names = catalogue.resources().stream().map(Resource::name).toList();
        if (!names.contains(name)) {
            throw new ProblemException(Finding.of(
                    "catalogue",
                    DeployProblem.RESOURCE_UNKNOWN,
                    name,
                    Similar.nearest(name, names),
                    Similar.list(names)));
        }
        return catalogue.resource(name);
    }

    /** Whether what works today stops somewhere. */
    public boolean breaks() {
        return !removed.isEmpty() || Compatibility.worst(changes) == Severity.BREAKING;
    }

    /** Each change with its effects for people, or as JSON objects. */
    public void write(PrintWriter out, Locale language, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            removed.forEach(part -> out.println(json(part.what() + "_REMOVED", Severity.BREAKING, part.name())));
            added.forEach(part -> out.println(json(part.what() + "_ADDED", Severity.HARMLESS, part.name())));
            changes.forEach(change -> out.println(json(change, language)));
            return;
        }
        DifferenceText words = new DifferenceText(language);
        removed.forEach(part -> out.println(words.removed(part.name())));
        added.forEach(part -> out.println(words.added(part.name())));
        changes.forEach(change -> words.lines(change, users(change)).forEach(out::println));
        out.println(words.total(changes, removed.size(), added.size()));
    }

    private static ObjectNode json(String kind, Severity severity, String where) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("where", where).put("kind", kind).put("severity", severity.name());
    }

    private ObjectNode json(Change change, Locale language) {
        ObjectNode json = json(change.kind().name(), change.severity(), change.where());
        json.put("text", change.text(language));
        users(change).forEach(json.withArray("usedBy")::add);
        ArrayNode effects = json.putArray("effects");
        for (Effect effect : change.effects()) {
            effects.addObject()
                    .put("party", effect.party().name())
                    .put("severity", effect.severity().name())
                    .put("text", change.text(effect, language));
        }
        return json;
    }
}
