package org.exchangebus.schemas.codetable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table that is too long for YAML: lines {@code code,label,valid-from,valid-until}, without quotes, after
 * comments that begin with {@code #} and a line of these names.
 */
final class CodeRows {

    private static final String HEAD = "code,label,valid-from,valid-until";
    private static final int COLUMNS = 4;

    private final Path file;
    private final List<Finding> findings;

    CodeRows(Path file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Gives each sound row with its place to a reader. */
    void read(BiConsumer<Code, String> reader) {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            int line = 0;
            while (line < lines.size() && lines.get(line).startsWith("#")) {
                line++;
            }
            if (line == lines.size() || !lines.get(line).equals(HEAD)) {
                find(line, SchemaProblem.ROW_OF_OTHER_FORM, line == lines.size() ? "" : lines.get(line), HEAD);
                return;
            }
            for (line++; line < lines.size(); line++) {
                Code code = code(lines.get(line));
                if (code == null) {
                    find(line, SchemaProblem.ROW_OF_OTHER_FORM, lines.get(line), HEAD);
                } else {
                    reader.accept(code, place(line));
                }
            }
        } catch (IOException e) {
            findings.add(Finding.of(file.toString(), SchemaProblem.FILE_UNREADABLE, String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable Code code(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || cells[0].isBlank() || cells[1].isBlank()) {
            return null;
        }
        try {
            return new Code(cells[0], cells[1], List.of(), day(cells[2]), day(cells[3]));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private void find(int line, SchemaProblem problem, String... arguments) {
        findings.add(Finding.of(place(line), problem, arguments));
    }

    private String place(int line) {
        return file + ":" + (line + 1) + ":1";
    }
}
