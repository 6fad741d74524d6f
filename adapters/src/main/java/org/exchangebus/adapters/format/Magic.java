package org.exchangebus.adapters.format;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Recognises files that are something else than text, whatever their name says. */
final class Magic {

    private Magic() {}

    /** What a file that begins with these bytes is, if it is not plain text. */
    static Optional<String> of(byte[] head) {
        if (begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6)) {
            return Optional.of("ZIP/XLSX");
        }
        if (begins(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("XLS/DOC");
        }
        if (begins(head, 0x1F, 0x8B)) {
            return Optional.of("GZIP");
        }
        if (begins(head, '%', 'P', 'D', 'F')) {
            return Optional.of("PDF");
        }
        if (begins(head, 0xFF, 0xFE) || begins(head, 0xFE, 0xFF)) {
            return Optional.of("UTF-16");
        }
        String text =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
            return Optional.of("HTML");
        }
        return text.startsWith("<?xml") ? Optional.of("XML") : Optional.empty();
    }

    private static boolean begins(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
