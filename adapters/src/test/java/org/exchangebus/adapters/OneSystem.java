package org.exchangebus.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.exchangebus.schemas.run.SystemFolder;

/** A system described by a test, and runs of its one source. */
public final class OneSystem {

    private final Source source;
    private final MemoryLanding landing = new MemoryLanding();
    private long run;

    private OneSystem(Source source) {
        this.source = source;
    }

    /** The source {@code rows} of a system whose connection and source are these lines of YAML. */
    public static OneSystem of(
            Path directory, Protocol protocol, Map<String, String> secrets, String connection, String source)
            throws IOException {
        Path folder = Files.createDirectories(directory.resolve("tested"));
        Files.writeString(folder.resolve("rows.mapping.yaml"), "");
        String head = """
                summary: A system that exists for one test only.
                title: 测试
                department: 测试局
                contact: test@example.org
                protocol: %s
                connection:
                %ssources:
                  rows:
                    summary: Whatever the test has put there.
                    mapping: rows
                    resource: rows
                    schedule: every 20s
                %s""";
        Files.writeString(
                folder.resolve("adapter.yaml"),
                head.formatted(protocol.name(), connection.indent(2), source.indent(4)));
        Lookup lookup = new Lookup() {
            @Override
            public java.util.Optional<String> address(String name) {
                return java.util.Optional.empty();
            }

            @Override
            public java.util.Optional<Secret> secret(String name) {
                return java.util.Optional.ofNullable(secrets.get(name)).map(Secret::new);
            }
        };
        return new OneSystem(
                new Adapters(List.of(new SystemFolder(folder)), List.of(protocol), lookup).source("tested", "rows"));
    }

    public Source source() {
        return source;
    }

    public MemoryLanding landing() {
        return landing;
    }

    public Capture capture(String cursor) throws Exception {
        return source.capture(new Capture.Request(++run, cursor, landing));
    }

    /** Takes everything, whatever the cursor says. */
    public Capture sweep(String cursor, boolean isLetThrough) throws Exception {
        return source.capture(new Capture.Request(++run, cursor, landing, true, isLetThrough));
    }

    /** All blocks of a capture, in their order. */
    public List<Rows> blocks(Capture capture) throws IOException {
        List<Rows> blocks = new ArrayList<>();
        for (Segment segment : capture.segments()) {
            try (BlockReader reader = source.open(new Capture.Reading(segment, landing))) {
                reader.forEachRemaining(blocks::add);
            }
        }
        return blocks;
    }

    /** The texts of all good rows, in their order. */
    public List<List<String>> rows(Capture capture) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Rows block : blocks(capture)) {
            for (int row = 0; row < block.count(); row++) {
                List<String> cells = new ArrayList<>();
                for (int field = 0; field < block.fields().size(); field++) {
                    cells.add(block.text(row, field));
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    public List<Rows.BadRow> badRows(Capture capture) throws IOException {
        return blocks(capture).stream()
                .flatMap(block -> block.badRows().stream())
                .toList();
    }
}
