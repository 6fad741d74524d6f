package org.exchangebus.adapters.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.exchangebus.adapters.BlockReader;

/** CSV in a declared charset and dialect. */
final class CsvFormat implements FileFormat {

    private final List<String> fields;
    private final CsvDialect dialect;

    CsvFormat(List<String> fields, CsvDialect dialect) {
        this.fields = List.copyOf(fields);
        this.dialect = dialect;
    }

    @Override
    public List<String> fields() {
        return fields;
    }

    @Override
    public FileCheck check(InputStream in, String place) throws IOException {
        return new CsvCheck(in, place, fields, dialect).result();
    }

    @Override
    public BlockReader open(InputStream in, String place) throws IOException {
        return new CsvReader(in, place, fields, dialect);
    }
}
