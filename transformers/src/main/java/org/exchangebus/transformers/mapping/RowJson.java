package org.exchangebus.transformers.mapping;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.schemas.record.Cells;

/** A source row as a JSON object of its fields, for quarantine. */
final class RowJson {

    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private RowJson() {}

    static byte[] of(List<String> fields, Cells row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        out.write('{');
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            byte[] name = fields.get(i).getBytes(StandardCharsets.UTF_8);
            text(out, name, 0, name.length);
            out.write(':');
            byte[] array = row.array(i);
            if (array == null) {
                out.writeBytes("null".getBytes(StandardCharsets.US_ASCII));
            } else {
                text(out, array, row.start(i), row.end(i));
            }
        }
        out.write('}');
        return out.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, byte[] bytes, int start, int end) {
        out.write('"');
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b == '"' || b == '\\') {
                out.write('\\');
                out.write(b);
            } else if (b >= 0 && b < 0x20) {
                out.writeBytes("\\u00".getBytes(StandardCharsets.US_ASCII));
                out.write(HEX[b >> 4]);
                out.write(HEX[b & 0x0F]);
            } else {
                out.write(b);
            }
        }
        out.write('"');
    }
}
