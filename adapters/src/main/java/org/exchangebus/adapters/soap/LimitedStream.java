package org.exchangebus.adapters.soap;

import java.io.IOException;
import java.io.InputStream;

/** Ends with a problem where an answer becomes too large or too late: many reads that are each in time are not. */
final class LimitedStream extends InputStream {

    private static final long MIB = 1024L * 1024L;

    private final InputStream in;
    private final long largest;
    private final long until;
    private final long seconds;
    private long count;

    /** @param until moment of {@link System#nanoTime()} */
    LimitedStream(InputStream in, long largest, long until, long seconds) {
        this.in = in;
        this.largest = largest;
        this.until = until;
        this.seconds = seconds;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            count += read;
        }
        if (count > largest) {
            throw AnswerException.of(SoapProblem.TOO_LARGE, Long.toString(largest / MIB));
        }
        if (System.nanoTime() - until > 0) {
            throw AnswerException.of(SoapProblem.DEADLINE, Long.toString(seconds));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
