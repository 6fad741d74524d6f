package org.exchangebus.adapters.soap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import org.exchangebus.adapters.BlockReader;
import org.exchangebus.schemas.record.Rows;
import org.jspecify.annotations.Nullable;

/** Cuts a page's records into blocks. */
final class PageBlocks implements BlockReader {

    private final Page page;
    private final SoapSettings settings;
    private final String place;
    private @Nullable Rows block;

    PageBlocks(Page page, SoapSettings settings, String place) {
        this.page = page;
        this.settings = settings;
        this.place = place;
    }

    @Override
    public boolean hasNext() {
        if (block == null) {
            block = read();
        }
        return block.count() + block.badRows().size() > 0;
    }

    @Override
    public Rows next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Rows next = java.util.Objects.requireNonNull(block);
        block = null;
        return next;
    }

    @Override
    public void close() {
        page.close();
    }

    private Rows read() {
        Rows.Builder rows = new Rows.Builder(settings.fields(), place, ROWS);
        try {
            int count = 0;
            while (count < ROWS && rows.length() < BYTES && page.next(rows)) {
                count++;
            }
            return rows.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
