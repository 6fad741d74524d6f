package org.exchangebus.schemas.codetable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.exchangebus.schemas.run.SystemFolder;

/** The code tables and cross-walks that ship with the bus; read once, when the first of them is asked for. */
final class CodeTables {

    static final SortedMap<String, CodeTable> BUNDLED;
    static final List<CrossWalk> CROSS_WALKS;

    static {
        URL folder = Objects.requireNonNull(CodeTables.class.getResource("/code-tables"), "code-tables");
        try {
            Path path = SystemFolder.onClassPath(folder);
            BUNDLED = CodeTable.read(path);
            CROSS_WALKS = CrossWalk.read(path.resolve("cross-walks"), BUNDLED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CodeTables() {}
}
