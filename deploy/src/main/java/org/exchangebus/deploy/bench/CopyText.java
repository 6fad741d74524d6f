package org.exchangebus.deploy.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;

/** A chunk's records in PostgreSQL's text format for {@code COPY}, with the registry's own columns. */
final class CopyText {

    private final List<String> columns = new ArrayList<>();
    private final ByteArrayOutputStream text;

    CopyText(RecordChunk chunk) {
        chunk.items().forEach(item -> columns.add(item.replace('-', '_')));
        columns.addAll(
                List.of("record_digest", "record_version", "record_flow", "record_run", "record_deleted", "record_at"));
        text = new ByteArrayOutputStream(chunk.encoded().length + chunk.count() * 128);
        Cells cells = new Cells(chunk.items().size());
        RecordChunk.Reader reader = chunk.read();
        while (reader.next()) {
            reader.show(cells);
            for (int i = 0; i < cells.size(); i++) {
                value(cells, i);
                text.write('\t');
            }
            String proof = "%016x%016x\t%d\t%s\t%d\t%s\tnow\n"
                    .formatted(
                            reader.digestHigh(),
                            reader.digestLow(),
                            reader.version(),
                            chunk.flow(),
                            chunk.id().run(),
                            reader.operation() == Operation.DELETE);
            text.writeBytes(proof.getBytes(StandardCharsets.US_ASCII));
        }
    }

    String columns() {
        return columns.stream().map(CopyText::quoted).collect(Collectors.joining(", "));
    }

    String updates() {
        return columns.stream()
                .map(column -> quoted(column) + " = excluded." + quoted(column))
                .collect(Collectors.joining(", "));
    }

    InputStream in() {
        return new ByteArrayInputStream(text.toByteArray());
    }

    private void value(Cells cells, int i) {
        byte[] bytes = cells.array(i);
        if (bytes == null) {
            text.write('\\');
            text.write('N');
            return;
        }
        for (int at = cells.start(i); at < cells.end(i); at++) {
            byte b = bytes[at];
            if (b == '\\' || b == '\n' || b == '\r' || b == '\t') {
                text.write('\\');
                text.write(b == '\n' ? 'n' : b == '\r' ? 'r' : b == '\t' ? 't' : '\\');
            } else {
                text.write(b);
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
