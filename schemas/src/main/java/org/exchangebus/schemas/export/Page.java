package org.exchangebus.schemas.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of headings and tables, before it is known whether it becomes HTML or Markdown. */
final class Page {

    /** A text that may lead somewhere. */
    record Cell(String text, @Nullable String link) {

        static Cell of(@Nullable String text) {
            return new Cell(text == null ? "" : text, null);
        }
    }

    /** One part of a page. */
    sealed interface Part {}

    /** A sentence under the title. */
    record Sentence(Cell cell) implements Part {}

    /** A heading that the page itself can be entered at. */
    record Heading(String text, String anchor) implements Part {}

    /**
     * Rows under heads; without heads, the first column is the head of its row.
     *
     * @param summary where the table is long, what stands for it until it is opened; null to show it at once
     */
    record Table(
            List<String> heads,
            List<List<Cell>> rows,
            @Nullable String summary) implements Part {}

    private final Words words;
    private final String title;
    private final List<Part> parts = new ArrayList<>();

    Page(Words words, String title) {
        this.words = words;
        this.title = title;
    }

    Page add(Part part) {
        parts.add(part);
        return this;
    }

    Words words() {
        return words;
    }

    String title() {
        return title;
    }

    List<Part> parts() {
        return parts;
    }

    static List<Cell> cells(List<String> texts) {
        return texts.stream().map(Cell::of).toList();
    }
}
