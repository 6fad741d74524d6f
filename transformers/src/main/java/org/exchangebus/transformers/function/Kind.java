package org.exchangebus.transformers.function;

import java.util.Locale;

/** What a value is known to be at one place of its way. */
public enum Kind {
    TEXT("text", "文本"),
    NUMBER("number", "数值"),
    DATE("date", "日期"),
    DATE_TIME("date-time", "日期时间"),
    BOOLEAN("true-false", "真假"),
    /** Nested and repeated items; no function makes or takes one. */
    STRUCTURE("structure", "结构"),
    /** Of a function that takes and gives whatever came: the kind before it. */
    SAME("any", "任意");

    private final Words words;

    Kind(String english, String chinese) {
        words = new Words(english, chinese);
    }

    /** The kind's name, which is the name of the function that makes it, too. */
    public String word() {
        return words.english();
    }

    /** What people call it, in the language of the locale (Chinese, else English). */
    public String word(Locale locale) {
        return words.in(locale);
    }
}
