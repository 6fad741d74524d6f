package org.exchangebus.transformers.bench;

import java.util.List;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.identifier.CalendarDate;
import org.exchangebus.schemas.identifier.CitizenNumber;
import org.exchangebus.schemas.identifier.IdentifierKind;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;

/**
 * What somebody would write for this one mapping: the same changes, the same checks and the same chunk, with the
 * columns and the limits in the code. What is not in order ends it.
 */
final class HandWritten {

    private final CodeTable sexes = CodeTable.bundled("sex");
    private final CodeTable ethnicities = CodeTable.bundled("ethnicity");
    private final CodeTable maritalStatuses = CodeTable.bundled("marital-status");
    private final List<String> items;

    HandWritten(List<String> items) {
        this.items = items;
    }

    RecordChunk map(SourceChunk chunk) {
        Rows rows = chunk.rows();
        Cells in = new Cells(20);
        Cells out = new Cells(20);
        byte[] dates = new byte[29];
        RecordChunk.Builder records =
                new RecordChunk.Builder(chunk.id(), chunk.flow(), "reference-person", items, rows.count() * 328);
        for (int row = 0; row < rows.count(); row++) {
            rows.show(row, in);
            for (int i = 0; i < 20; i++) {
                trim(in, out, i);
            }
            requireInteger(out, 0);
            requireIdentifier(out, 1, IdentifierKind.CITIZEN_NUMBER);
            requireText(out, 2, 60);
            requireCode(out, 3, sexes);
            require((out.array(3)[out.start(3)] == '1') == CitizenNumber.isMale(out.array(1), out.start(1)));
            compactDate(out, 4, dates);
            require(CitizenNumber.isBornOn(out.array(1), out.start(1), dates, 0));
            requireCode(out, 5, ethnicities);
            requireText(out, 6, 11);
            requireIdentifier(out, 7, IdentifierKind.REGION_CODE);
            requireText(out, 8, 200);
            requireText(out, 9, 100);
            requireIdentifier(out, 10, IdentifierKind.CREDIT_CODE);
            requireMoney(out, 11);
            requireInteger(out, 12);
            require(CalendarDate.isDate(out.array(13), out.start(13), out.end(13)));
            dateTime(out, 14, dates);
            requireText(out, 15, 20);
            requireCode(out, 16, maritalStatuses);
            requireText(out, 17, 2);
            requireText(out, 18, 500);
            requireText(out, 19, 60);
            records.add(Operation.UPSERT, chunk.firstVersion() + row, out);
        }
        return records.build();
    }

    private static void trim(Cells in, Cells out, int i) {
        byte[] bytes = in.array(i);
        if (bytes == null) {
            out.setNull(i);
            return;
        }
        int start = in.start(i);
        int end = in.end(i);
        while (start < end && isBlank(bytes, start)) {
            start += bytes[start] == ' ' ? 1 : 3;
        }
        while (end > start && bytes[end - 1] == ' '
                || end - 3 >= start && bytes[end - 1] == (byte) 0x80 && isBlank(bytes, end - 3)) {
            end -= bytes[end - 1] == ' ' ? 1 : 3;
        }
        if (start == end) {
            out.setNull(i);
        } else {
            out.set(i, bytes, start, end);
        }
    }

    private static boolean isBlank(byte[] bytes, int at) {
        return bytes[at] == ' '
                || bytes[at] == (byte) 0xE3
                        && at + 2 < bytes.length
                        && bytes[at + 1] == (byte) 0x80
                        && bytes[at + 2] == (byte) 0x80;
    }

    private static void requireText(Cells cells, int i, int most) {
        byte[] bytes = cells.array(i);
        if (bytes == null) {
            return;
        }
        int count = 0;
        for (int at = cells.start(i); at < cells.end(i); at++) {
            require(bytes[at] != 0);
            count += (bytes[at] & 0xC0) != 0x80 ? 1 : 0;
        }
        require(count <= most);
    }

    private static void requireInteger(Cells cells, int i) {
        byte[] bytes = cells.array(i);
        require(bytes[cells.start(i)] != '0' || cells.end(i) - cells.start(i) == 1);
        for (int at = cells.start(i); at < cells.end(i); at++) {
            require(bytes[at] >= '0' && bytes[at] <= '9');
        }
    }

    private static void requireMoney(Cells cells, int i) {
        byte[] bytes = cells.array(i);
        int end = cells.end(i);
        int point = -1;
        for (int at = cells.start(i); at < end; at++) {
            if (bytes[at] == '.') {
                require(point < 0);
                point = at;
            } else {
                require(bytes[at] >= '0' && bytes[at] <= '9');
            }
        }
        require(point < 0 || end - point <= 3);
        while (point >= 0 && bytes[end - 1] == '0') {
            end--;
        }
        cells.set(i, bytes, cells.start(i), end - 1 == point ? point : end);
    }

    private static void requireIdentifier(Cells cells, int i, IdentifierKind kind) {
        require(kind.accepts(cells.array(i), cells.start(i), cells.end(i)));
    }

    private static void requireCode(Cells cells, int i, CodeTable table) {
        require(table.holds(cells.array(i), cells.start(i), cells.end(i)));
    }

    private static void compactDate(Cells cells, int i, byte[] dates) {
        byte[] bytes = cells.array(i);
        int start = cells.start(i);
        require(cells.end(i) - start == 8);
        System.arraycopy(bytes, start, dates, 0, 4);
        dates[4] = '-';
        System.arraycopy(bytes, start + 4, dates, 5, 2);
        dates[7] = '-';
        System.arraycopy(bytes, start + 6, dates, 8, 2);
        require(CalendarDate.isDate(dates, 0, 10));
        cells.set(i, dates, 0, 10);
    }

    private static void dateTime(Cells cells, int i, byte[] dates) {
        System.arraycopy(cells.array(i), cells.start(i), dates, 10, 19);
        require(dates[20] == ' ');
        dates[20] = 'T';
        require(CalendarDate.isDateTime(dates, 10, 29));
        cells.set(i, dates, 10, 29);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("a row is not in order");
        }
    }
}
