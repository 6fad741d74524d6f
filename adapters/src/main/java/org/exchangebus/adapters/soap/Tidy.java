package org.exchangebus.adapters.soap;

/** What a service says of itself, made fit for a message: one short line, without numbers that may be somebody's. */
final class Tidy {

    private static final int LONGEST = 120;

    private Tidy() {}

    static String of(String text) {
        String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
        String masked = line.replaceAll("[0-9０-９]{6,}[0-9０-９xXｘＸ]*", "***");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }
}
