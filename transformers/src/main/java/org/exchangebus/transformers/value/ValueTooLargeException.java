package org.exchangebus.transformers.value;

/** A step would make more text of a value than a record can carry; without a stack trace, because rows bring it about. */
public final class ValueTooLargeException extends RuntimeException {

    static final ValueTooLargeException OF_ANY = new ValueTooLargeException();

    private ValueTooLargeException() {
        super("a value is too large", null, false, false);
    }
}
