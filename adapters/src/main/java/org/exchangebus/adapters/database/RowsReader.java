package org.exchangebus.adapters.database;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.charset.CellDecoder;
import org.exchangebus.adapters.charset.Refusal;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Rows;

/** Cuts landed rows into blocks; a row whose key is not there, or whose text cannot be read, is bad. */
final class RowsReader implements BlockReader {

    private final RowsFormat.Reader in;
    private final List<String> fields;
    private final boolean[] isKey;
    private final String place;
    private final Cells row;
    private final CellDecoder cells;
    private long position;
    private boolean isMore;

    /**
     * @param keys names of the key columns among the fields
     * @param firstPosition number of the segment's first row in its run, from 1
     */
    RowsReader(
            InputStream landed,
            CellDecoder cells,
            List<String> fields,
            List<String> keys,
            String place,
            long firstPosition)
            throws IOException {
        this.cells = cells;
        this.fields = fields;
        this.place = place;
        position = firstPosition - 1;
        isKey = new boolean[fields.size()];
        for (int i = 0; i < isKey.length; i++) {
            isKey[i] = keys.contains(fields.get(i));
        }
        row = new Cells(fields.size());
        in = new RowsFormat.Reader(new BufferedInputStream(landed, 64 * 1024), fields.size());
        isMore = in.next(row);
    }

    @Override
    public boolean hasNext() {
        return isMore;
    }

    @Override
    public Rows next() {
        if (!isMore) {
            throw new NoSuchElementException();
        }
        try {
            Rows.Builder rows = new Rows.Builder(fields, place, ROWS);
            for (int i = 0; isMore && i < ROWS && rows.length() < BYTES; i++) {
                take(rows);
                isMore = in.next(row);
            }
            return rows.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void take(Rows.Builder rows) {
        position++;
        for (int i = 0; i < isKey.length; i++) {
            if (isKey[i] && row.isNull(i)) {
                List<String> column = List.of(fields.get(i));
                rows.badRow(new Rows.BadRow(position, DatabaseProblem.KEY_MISSING, column, asRead()));
                return;
            }
        }
        for (int i = 0; i < isKey.length; i++) {
            byte[] array = row.array(i);
            if (array == null) {
                rows.nullCell();
                continue;
            }
            int length = cells.decode(array, row.start(i), row.end(i));
            if (length < 0) {
                Refusal refusal = cells.refusal(fields.get(i), cells.offset());
                rows.badRow(new Rows.BadRow(position, refusal.problem(), refusal.arguments(), asRead()));
                return;
            }
            rows.cell(cells.text(), 0, length);
        }
        rows.endRow(position);
    }

    /** What there is of the row, byte by byte, a line for each column. */
    private byte[] asRead() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < fields.size(); i++) {
            byte[] array = row.array(i);
            if (array != null) {
                lines.writeBytes((fields.get(i) + "=").getBytes(StandardCharsets.UTF_8));
                lines.write(array, row.start(i), row.end(i) - row.start(i));
                lines.write('\n');
            }
        }
        return lines.toByteArray();
    }
}
