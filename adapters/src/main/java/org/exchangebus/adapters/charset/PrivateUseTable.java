package org.exchangebus.adapters.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.adapters.Settings;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.SystemFolder;

/**
 * Reads tables of private-use characters: lines {@code <private-use>,<becomes>,<anything>} in hexadecimal below a header
 * that begins with {@code private-use,becomes}; lines that begin with {@code #} are passed by.
 */
final class PrivateUseTable {

    private static final String HEADER = "private-use,becomes";
    private static final Pattern LINE =
            Pattern.compile("(?:U\\+)?([0-9A-Fa-f]{4,6}),(?:U\\+)?([0-9A-Fa-f]{4,6})(?:,.*)?");

    private final String place;
    private final Map<Integer, Integer> table = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    private PrivateUseTable(String place) {
        this.place = place;
    }

    static Map<Integer, Integer> shared() {
        try (InputStream in = PrivateUseTable.class.getResourceAsStream("private-use.csv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new PrivateUseTable("private-use.csv").read(text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shared table, and the owner's own on top of it. */
    static Map<Integer, Integer> of(Settings settings, SystemFolder folder) {
        Map<Integer, Integer> all = new HashMap<>(shared());
        if (settings.has("private-use-table")) {
            Path file = folder.path().resolve(settings.text("private-use-table"));
            try {
                List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                all.putAll(new PrivateUseTable(file.toString()).read(lines));
            } catch (IOException e) {
                throw settings.problem("private-use-table", CharsetProblem.TABLE_UNREADABLE, file.toString());
            }
        }
        return all;
    }

    private Map<Integer, Integer> read(List<String> lines) {
        boolean hasHeader = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (!hasHeader) {
                hasHeader = true;
                if (!line.startsWith(HEADER)) {
                    find(i, CharsetProblem.TABLE_HEADER, HEADER);
                }
                continue;
            }
            take(line, i);
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        return table;
    }

    private void take(String line, int number) {
        Matcher matcher = LINE.matcher(line);
        int from = matcher.matches() ? Integer.parseInt(matcher.group(1), 16) : 0;
        int to = matcher.matches() ? Integer.parseInt(matcher.group(2), 16) : 0;
        if (Character.getType(from) != Character.PRIVATE_USE || !isCharacter(to)) {
            find(number, CharsetProblem.TABLE_LINE, line);
        } else if (table.put(from, to) != null) {
            find(number, CharsetProblem.TABLE_TWICE, "U+%04X".formatted(from));
        }
    }

    /** Whether it means the same to all; what Unicode has added since the JDK is believed. */
    private static boolean isCharacter(int c) {
        int type = Character.isValidCodePoint(c) ? Character.getType(c) : Character.SURROGATE;
        return type != Character.PRIVATE_USE
                && type != Character.SURROGATE
                && type != Character.CONTROL
                && c != '\uFFFD'
                && (c & 0xFFFE) != 0xFFFE;
    }

    private void find(int line, CharsetProblem problem, String argument) {
        findings.add(Finding.of(place + ":" + (line + 1) + ":1", problem, argument));
    }
}
