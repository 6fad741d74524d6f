package org.exchangebus.deploy.catalogue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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
    private final List<String> removed = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    private CatalogueDifference() {}

    /** @param older a folder of resources, the file of one, or the name of one in the catalogue; so is {@code newer} */
    public static CatalogueDifference between(Catalogue catalogue, String older, String newer) {
        Map<String, Resource> before = resources(catalogue, older);
        Map<String, Resource> now = resources(catalogue, newer);
        CatalogueDifference difference = new CatalogueDifference();
        if (!Files.isDirectory(Path.of(older)) && !Files.isDirectory(Path.of(newer))) {
            difference.compare(
                    before.values().iterator().next(), now.values().iterator().next());
            return difference;
        }
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!now.containsKey(name)) {
                difference.removed.add(name);
            } else if (!before.containsKey(name)) {
                difference.added.add(name);
            } else {
                difference.compare(before.get(name), now.get(name));
            }
        }
        return difference;
    }

    private static Map<String, Resource> resources(Catalogue catalogue, String place) {
        Path path = Path.of(place);
        Map<String, Resource> resources = new TreeMap<>();
        if (Files.isDirectory(path)) {
            read(path).forEach(resource -> resources.put(resource.name(), resource));
        } else if (Files.exists(path)) {
            Resource resource = Catalogue.read(path);
            resources.put(resource.name(), resource);
        } else {
            Resource resource = resource(catalogue, place);
            resources.put(resource.name(), resource);
        }
        return resources;
    }

    /** Each file by itself: what a resource refers to need not lie in the same folder. */
    private static List<Resource> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Catalogue::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private void compare(Resource older, Resource newer) {
        changes.addAll(Compatibility.between(older, newer));
    }

    /** Whether what works today stops somewhere. */
    public boolean breaks() {
        return !removed.isEmpty() || Compatibility.worst(changes) == Severity.BREAKING;
    }

    /** Each change with its effects for people, or as JSON objects. */
    public void write(PrintWriter out, Locale language, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            removed.forEach(name -> out.println(json("RESOURCE_REMOVED", Severity.BREAKING, name)));
            added.forEach(name -> out.println(json("RESOURCE_ADDED", Severity.HARMLESS, name)));
            changes.forEach(change -> out.println(json(change, language)));
            return;
        }
        DifferenceText words = new DifferenceText(language);
        removed.forEach(name -> out.println(words.removed(name)));
        added.forEach(name -> out.println(words.added(name)));
        changes.forEach(change -> words.lines(change).forEach(out::println));
        out.println(words.total(changes, removed.size(), added.size()));
    }

    private static ObjectNode json(String kind, Severity severity, String where) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return json.put("where", where).put("kind", kind).put("severity", severity.name());
    }

    private static ObjectNode json(Change change, Locale language) {
        ObjectNode json = json(change.kind().name(), change.severity(), change.where());
        json.put("text", change.text(language));
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
