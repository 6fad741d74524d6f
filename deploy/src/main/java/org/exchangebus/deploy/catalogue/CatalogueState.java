package org.exchangebus.deploy.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.document.Document;

/** Resources and code tables at one time, by name, to compare them with those of another. */
record CatalogueState(SortedMap<String, Resource> resources, SortedMap<String, CodeTable> tables) {

    /** What a folder or a file holds; what a name stands for in the catalogue or among the code tables. */
    static CatalogueState at(Catalogue catalogue, String place) {
        CatalogueState state = new CatalogueState(new TreeMap<>(), new TreeMap<>());
        Path path = Path.of(place);
        if (Files.isDirectory(path)) {
            files(path).forEach(state::read);
        } else if (Files.exists(path)) {
            state.read(path);
        } else if (CodeTable.names().contains(place)) {
            state.add(CodeTable.bundled(place));
        } else {
            state.add(CatalogueDifference.resource(catalogue, place));
        }
        return state;
    }

    /** Each file by itself: what it refers to need not lie in the same folder. */
    private void read(Path file) {
        JsonNode root = Document.read(file).root();
        if (root.has("codes") && root.has("from")) {
            // A cross-walk: what it means shows in the mappings that name it.
            return;
        }
        if (root.has("codes") || root.has("rows")) {
            add(CodeTable.readFile(file));
        } else {
            add(Catalogue.read(file));
        }
    }

    private void add(Resource resource) {
        resources.put(resource.name(), resource);
    }

    private void add(CodeTable table) {
        tables.put(table.name(), table);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
