package org.exchangebus.adapters.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;

/** One look through a whole CSV file with the scanner that will read it, so that both agree by construction. */
final class CsvCheck {

    private final String place;
    private final List<String> fields;
    private final CsvDialect dialect;
    private final CsvScanner scanner;
    private final CsvCells cells;
    private final CharsetEvidence evidence;
    private long rows;
    private long badRows;
    private long firstBad;

    CsvCheck(InputStream in, String place, List<String> fields, CsvDialect dialect) {
        this.place = place;
        this.fields = fields;
        this.dialect = dialect;
        this.scanner = new CsvScanner(in, dialect);
        this.cells = new CsvCells(dialect);
        this.evidence = new CharsetEvidence(dialect.charset());
    }

    FileCheck result() throws IOException {
        byte[] head = scanner.begin();
        Optional<String> other = Magic.of(head);
        if (other.isPresent()) {
            return refused(place, FormatProblem.NOT_TEXT, other.get(), "CSV");
        }
        evidence.begin(head);
        CsvColumns columns = CsvColumns.inOrder(fields.size());
        if (dialect.hasHeader()) {
            if (!scanner.next()) {
                return refused(place, FormatProblem.NO_HEADER);
            }
            for (int i = 0; i < scanner.cells(); i++) {
                isReadable(i);
            }
            columns = CsvColumns.byName(CsvColumns.names(scanner, cells), fields, place + ":1");
        }
        if (columns.problem() != null) {
            return evidence.looksLike().map(this::otherCharset).orElse(FileCheck.refused(columns.problem()));
        }
        while (scanner.next()) {
            row(columns.count());
        }
        return outcome();
    }

    private void row(int columns) {
        rows++;
        boolean isBad = scanner.isMalformed() || scanner.cells() != columns;
        for (int i = 0; i < scanner.cells(); i++) {
            isBad |= !isReadable(i);
        }
        if (isBad) {
            badRows++;
            firstBad = firstBad == 0 ? scanner.rowLine() : firstBad;
        }
    }

    private boolean isReadable(int cell) {
        if (!scanner.is(cell, CsvScanner.HIGH)) {
            return true;
        }
        boolean isReadable = cells.decode(scanner, cell) >= 0;
        evidence.add(scanner.buffer(), scanner.start(cell), scanner.end(cell), cells.isDecodable());
        return isReadable;
    }

    private FileCheck outcome() {
        Optional<String> charset = evidence.looksLike();
        if (charset.isPresent()) {
            return otherCharset(charset.get());
        }
        if (scanner.hasNul()) {
            return refused(place, FormatProblem.NUL_BYTE);
        }
        if (scanner.isEndless()) {
            return refused(place + ":" + scanner.rowLine(), FormatProblem.ENDS_IN_QUOTES);
        }
        if (BadShare.isTooMuch(badRows, rows, dialect.badShare())) {
            return FileCheck.refused(BadShare.finding(place, badRows, rows, dialect.badShare(), firstBad));
        }
        return new FileCheck(rows, badRows, scanner.isEnded(), null);
    }

    private FileCheck otherCharset(String looksLike) {
        return refused(place, FormatProblem.OTHER_CHARSET, dialect.charset().name(), looksLike);
    }

    private static FileCheck refused(String where, Problem problem, String... arguments) {
        return FileCheck.refused(Finding.of(where, problem, arguments));
    }
}
