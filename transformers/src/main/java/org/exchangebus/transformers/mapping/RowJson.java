package org.exchangebus.transformers.mapping;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.transformers.value.JsonText;

/** A source row as a JSON object of its fields, for quarantine. */
final class RowJson {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private RowJson() {}

    static byte[] of(List<String> fields, Cells row) {
        JsonText out = new JsonText(512);
        out.sign('{');
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.sign(',');
            }
            byte[] name = fields.get(i).getBytes(StandardCharsets.UTF_8);
            out.text(name, 0, name.length);
            out.sign(':');
            byte[] array = row.array(i);
            if (array == null) {
                out.raw(NULL, 0, NULL.length);
            } else {
                out.text(array, row.start(i), row.end(i));
            }
        }
        out.sign('}');
        return out.toBytes();
    }
}
