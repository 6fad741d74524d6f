package org.exchangebus.adapters.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.adapters.charset.Refusal;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.Rows.BadRow;
import org.jspecify.annotations.Nullable;

/** CSV as blocks of rows; on the path of every record, so without an object per row or cell. */
final class CsvReader implements BlockReader {

    private final InputStream in;
    private final String place;
    private final List<String> fields;
    private final CsvDialect dialect;
    private final CsvScanner scanner;
    private final CsvCells cells;
    private final CsvColumns columns;
    private @Nullable Rows following;

    CsvReader(InputStream in, String place, List<String> fields, CsvDialect dialect) throws IOException {
        this.in = in;
        this.place = place;
        this.fields = fields;
        this.dialect = dialect;
        this.scanner = new CsvScanner(in, dialect);
        this.cells = new CsvCells(dialect);
        scanner.begin();
        this.columns = columns();
    }

    private CsvColumns columns() throws IOException {
        if (!dialect.hasHeader() || !scanner.next()) {
            return CsvColumns.inOrder(fields.size());
        }
        CsvColumns byName = CsvColumns.byName(CsvColumns.names(scanner, cells), fields, place + ":1");
        if (byName.problem() != null) {
            throw new ProblemException(byName.problem());
        }
        return byName;
    }

    @Override
    public boolean hasNext() {
        if (following == null) {
            try {
                following = block();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return following != null;
    }

    @Override
    public Rows next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Rows rows = following;
        following = null;
        return rows;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable Rows block() throws IOException {
        Rows.Builder rows = new Rows.Builder(fields, place, ROWS);
        int met = 0;
        while (met < ROWS && rows.length() < BYTES && scanner.next()) {
            met++;
            BadRow bad = row(rows);
            if (bad == null) {
                rows.endRow(scanner.rowLine());
            } else {
                rows.badRow(bad);
            }
        }
        return rows.isEmpty() ? null : rows.build();
    }

    private @Nullable BadRow row(Rows.Builder rows) {
        if (scanner.isMalformed() || scanner.isEndless()) {
            return bad(new Refusal(FormatProblem.TEXT_AFTER_QUOTE));
        }
        if (scanner.cells() != columns.count()) {
            return bad(new Refusal(
                    FormatProblem.RAGGED_ROW, String.valueOf(columns.count()), String.valueOf(scanner.cells())));
        }
        byte[] buffer = scanner.buffer();
        for (int field = 0; field < columns.count(); field++) {
            int column = columns.of(field);
            if (scanner.isPlain(column)) {
                rows.cell(buffer, scanner.start(column), scanner.end(column));
                continue;
            }
            int length = cells.decode(scanner, column);
            if (length < 0) {
                return bad(cells.refusal(scanner, column, fields.get(field)));
            }
            rows.cell(cells.text(), 0, length);
        }
        return null;
    }

    private BadRow bad(Refusal refusal) {
        return new BadRow(scanner.rowLine(), refusal.problem(), refusal.arguments(), scanner.rawRow());
    }
}
