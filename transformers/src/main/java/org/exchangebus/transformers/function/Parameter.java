package org.exchangebus.transformers.function;

/**
 * One argument that a function takes.
 *
 * @param summary what it is, as the sentence "'n' is …" ends
 */
public record Parameter(String name, Form form, boolean isRequired, String summary) {

    /** The shapes of arguments. */
    public enum Form {
        /** One text. */
        TEXT,
        /** One or more texts, by place. */
        MANY,
        /** A whole number from 1. */
        COUNT,
        /** By name, one text or a list. */
        LIST,
        /** By name or place, a map. */
        PAIRS
    }

    static Parameter required(String name, Form form, String summary) {
        return new Parameter(name, form, true, summary);
    }

    static Parameter optional(String name, Form form, String summary) {
        return new Parameter(name, form, false, summary);
    }

    /** How it is written. */
    String usage() {
        String shape =
                switch (form) {
                    case MANY -> name + ", …";
                    case LIST -> name + "=[…]";
                    case PAIRS -> name + "={a=b}";
                    case TEXT, COUNT -> isRequired ? name : name + "=…";
                };
        return isRequired ? shape : "[" + shape + "]";
    }
}
