package org.exchangebus.transformers.explain;

/** What becomes of a row; the words are those of {@code expected.json}. */
public enum Fate {
    RECORD("record"),
    DELETE("delete"),
    LEFT_OUT("left-out"),
    REJECTED("rejected");

    private final String word;

    Fate(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
