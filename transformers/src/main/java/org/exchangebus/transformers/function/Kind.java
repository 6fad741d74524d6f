package org.exchangebus.transformers.function;

/** What a value is known to be at one place of its way. */
public enum Kind {
    TEXT("text"),
    NUMBER("number"),
    DATE("date"),
    DATE_TIME("date-time"),
    BOOLEAN("true-false"),
    /** Of a function that takes and gives whatever came: the kind before it. */
    SAME("any");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The kind's name, which is the name of the function that makes it, too. */
    public String word() {
        return word;
    }
}
