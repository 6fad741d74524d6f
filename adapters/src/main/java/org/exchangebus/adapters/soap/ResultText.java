package org.exchangebus.adapters.soap;

import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLStreamConstants;

/**
 * The text of the element at which an envelope stands, unescaped, as a stream; blanks and a byte order mark before
 * it are left out. What was read last can be had again as it came.
 */
final class ResultText extends Reader {

    private final GuardedXml envelope;
    private final StringBuilder recent = new StringBuilder();
    private long recentStart;
    private char[] chunk = new char[0];
    private int at;
    private int end;
    private boolean isOver;
    private boolean hasBegun;

    ResultText(GuardedXml envelope) {
        this.envelope = envelope;
    }

    /** Whether there is no text at all. */
    boolean isEmpty() throws IOException {
        return !fill();
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(chunk, at, target, offset, count);
        recent.append(chunk, at, count);
        at += count;
        return count;
    }

    /** The characters between two offsets; none before the last {@link #forget} any more. */
    String between(long from, long to) {
        int first = (int) Math.max(0, from - recentStart);
        int last = (int) Math.min(recent.length(), to - recentStart);
        return first >= last ? "" : recent.substring(first, last);
    }

    /** Lets go of everything before an offset. */
    void forget(long before) {
        int count = (int) Math.min(recent.length(), before - recentStart);
        if (count > 0) {
            recent.delete(0, count);
            recentStart += count;
        }
    }

    @Override
    public void close() {
        // The envelope is closed by whoever opened it.
    }

    private boolean fill() throws IOException {
        while (at == end) {
            if (isOver) {
                return false;
            }
            switch (envelope.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> take();
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> isOver = true;
            }
        }
        return true;
    }

    private void take() {
        chunk = envelope.at().getTextCharacters();
        at = envelope.at().getTextStart();
        end = at + envelope.at().getTextLength();
        while (!hasBegun && at < end && (chunk[at] == '\uFEFF' || Character.isWhitespace(chunk[at]))) {
            at++;
        }
        hasBegun |= at < end;
    }
}
