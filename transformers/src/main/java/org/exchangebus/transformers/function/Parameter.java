package org.exchangebus.transformers.function;

import java.util.Locale;

/**
 * One argument that a function takes.
 *
 * @param words what it is, as the sentence "'n' is …" ends
 */
public record Parameter(String name, Form form, boolean isRequired, Words words) {

    /** The shapes of arguments. */
    public enum Form {
        /** One text. */
        TEXT,
        /** One or more texts, by place. */
        MANY,
        /** A whole number from 1. */
        COUNT,
        /** A whole number from 0. */
        WHOLE,
        /** By name, one text or a list. */
        LIST,
        /** By name or place, a map. */
        PAIRS
    }

    static Parameter required(String name, Form form, String english, String chinese) {
        return new Parameter(name, form, true, new Words(english, chinese));
    }

    static Parameter optional(String name, Form form, String english, String chinese) {
        return new Parameter(name, form, false, new Words(english, chinese));
    }

    /** What it is, in the language of the locale (Chinese, else English). */
    public String summary(Locale locale) {
        return words.in(locale);
    }

    /** How it is written. */
    String usage() {
        String shape =
                switch (form) {
                    case MANY -> name + ", …";
                    case LIST -> name + "=[…]";
                    case PAIRS -> name + "={a=b}";
                    case TEXT, COUNT, WHOLE -> isRequired ? name : name + "=…";
                };
        return isRequired ? shape : "[" + shape + "]";
    }
}
