package org.exchangebus.schemas.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.record.Cells;

/** One record in order of each resource, as {@code examples/} in the tests' resources holds them. */
public final class Examples {

    private Examples() {}

    public static Cells cells(Resource resource) {
        JsonNode record = Document.read(Path.of("src/test/resources/examples", resource.name() + ".yaml"))
                .root();
        Cells cells = new Cells(resource.items().size());
        for (int i = 0; i < cells.size(); i++) {
            cells.setText(i, record.path(resource.items().get(i).name()).textValue());
        }
        return cells;
    }
}
