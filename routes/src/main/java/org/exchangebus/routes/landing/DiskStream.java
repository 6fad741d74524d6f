package org.exchangebus.routes.landing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Tells a disk that fails from bytes that are wrong: what the disk says comes unchecked through whoever parses. */
final class DiskStream extends FilterInputStream {

    DiskStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() {
        try {
            return super.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            return super.read(target, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
