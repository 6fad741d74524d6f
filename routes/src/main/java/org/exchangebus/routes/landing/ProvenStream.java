package org.exchangebus.routes.landing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.exchangebus.schemas.problem.ProblemException;

/** Ends where what landed ends: bytes that cannot be read back, too few and too many are the same problem. */
final class ProvenStream extends InputStream {

    private final InputStream in;
    private final long landed;
    private final Supplier<ProblemException> changed;
    private long count;

    ProvenStream(InputStream in, long landed, Supplier<ProblemException> changed) {
        this.in = in;
        this.landed = landed;
        this.changed = changed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(target, offset, length);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (IOException e) {
            ProblemException problem = changed.get();
            problem.initCause(e);
            throw problem;
        }
        count += Math.max(0, read);
        if (count > landed || read < 0 && count < landed) {
            throw changed.get();
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
