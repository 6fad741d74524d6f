package org.exchangebus.adapters.charset;

import java.nio.charset.CharacterCodingException;

/** A byte that has no meaning in its charset. */
public final class NotInCharsetException extends CharacterCodingException {

    private final String charset;
    private final long offset;

    NotInCharsetException(String charset, long offset) {
        this.charset = charset;
        this.offset = offset;
    }

    /** How many bytes stand before it. */
    public long offset() {
        return offset;
    }

    @Override
    public String getMessage() {
        return "The byte at offset " + offset + " is not " + charset;
    }
}
