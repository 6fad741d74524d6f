package org.exchangebus.schemas.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;

/**
 * A YAML file as a tree that knows where each part of it stands.
 *
 * <p>Read strictly: no anchors, aliases, tags or second documents, no key twice. Only {@code true} and
 * {@code false} are booleans, and a number with a leading zero stays the text that it is.
 */
public final class Document {

    private final String place;
    private final JsonNode root;
    private final Map<String, Position> positions;

    Document(String place, JsonNode root, Map<String, Position> positions) {
        this.place = place;
        this.root = root;
        this.positions = positions;
    }

    /**
     * Reads a file, which may lie inside a jar.
     *
     * @throws ProblemException if it cannot be read or is not plain YAML
     */
    public static Document read(Path file) {
        try {
            return read(file.toString(), YamlText.of(file));
        } catch (YamlFault e) {
            throw new ProblemException(e.in(file.toString()), e);
        } catch (IOException e) {
            Finding finding =
                    Finding.of(file.toString(), SchemaProblem.FILE_UNREADABLE, String.valueOf(e.getMessage()));
            throw new ProblemException(finding, e);
        }
    }

    /**
     * Reads a text.
     *
     * @param place what findings call it
     * @throws ProblemException if it is not plain YAML
     */
    public static Document read(String place, String text) {
        return new DocumentReader(place, text).read();
    }

    /** A name as it stands in a JSON pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The file's name, as findings show it. */
    public String place() {
        return place;
    }

    public JsonNode root() {
        return root;
    }

    /** Line and column, both from 1. */
    record Position(int line, int column) implements Comparable<Position> {

        static final Position FIRST = new Position(1, 1);

        @Override
        public int compareTo(Position other) {
            return line == other.line ? Integer.compare(column, other.column) : Integer.compare(line, other.line);
        }

        @Override
        public String toString() {
            return line + ":" + column;
        }
    }

    /** {@code file:line:column} of the part that a JSON pointer names; of the nearest part around it where there is none. */
    public String where(String pointer) {
        return place + ":" + position(pointer);
    }

    Position position(String pointer) {
        String at = pointer;
        while (!positions.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return positions.getOrDefault(at, Position.FIRST);
    }

    /** A finding at the part that a JSON pointer names. */
    public Finding finding(String pointer, Problem problem, String... arguments) {
        return new Finding(where(pointer), problem, List.of(arguments));
    }
}
