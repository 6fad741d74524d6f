package org.exchangebus.schemas.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.YamlProblem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Builds a document from YAML events, so that whatever is not plain is met before it can do anything. */
final class DocumentReader {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+");

    private final String place;
    private final String text;
    private final Iterator<Event> events;
    private final Map<String, Document.Position> positions = new HashMap<>();
    private final JsonNodeFactory nodes = JsonNodeFactory.withExactBigDecimals(true);

    DocumentReader(String place, String text) {
        this.place = place;
        this.text = text;
        LoaderOptions options = new LoaderOptions();
        ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
        events = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return parser.peekEvent() != null;
            }

            @Override
            public Event next() {
                return parser.getEvent();
            }
        };
    }

    Document read() {
        try {
            JsonNode root = nodes.objectNode();
            boolean isRead = false;
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof NodeEvent node) {
                    if (isRead) {
                        throw problem(node, SchemaProblem.YAML_NOT_PLAIN, "---");
                    }
                    root = node(node, "", 0);
                    isRead = true;
                }
            }
            return new Document(place, root, positions);
        } catch (YAMLException e) {
            throw new ProblemException(
                    new YamlCause(text, SchemaProblem.NOT_YAML).of(e).in(place), e);
        }
    }

    private JsonNode node(NodeEvent event, String pointer, int depth) {
        positions.putIfAbsent(pointer, position(event.getStartMark()));
        requirePlain(event, depth);
        if (event instanceof MappingStartEvent) {
            return mapping(pointer, depth);
        }
        if (event instanceof SequenceStartEvent) {
            ArrayNode array = nodes.arrayNode();
            for (Event next = events.next(); next instanceof NodeEvent element; next = events.next()) {
                array.add(node(element, pointer + "/" + array.size(), depth + 1));
            }
            return array;
        }
        return scalar((ScalarEvent) event);
    }

    private ObjectNode mapping(String pointer, int depth) {
        ObjectNode object = nodes.objectNode();
        for (Event next = events.next(); next instanceof NodeEvent key; next = events.next()) {
            requirePlain(key, depth);
            if (!(key instanceof ScalarEvent scalar)) {
                throw problem(key, YamlProblem.KEY_NOT_TEXT, "");
            }
            String name = scalar.getValue();
            if (object.has(name)) {
                throw problem(key, SchemaProblem.KEY_TWICE, name);
            }
            String child = pointer + "/" + Document.escaped(name);
            positions.put(child, position(key.getStartMark()));
            object.set(name, node((NodeEvent) events.next(), child, depth + 1));
        }
        return object;
    }

    private JsonNode scalar(ScalarEvent event) {
        String text = event.getValue();
        if (!event.isPlain()) {
            return nodes.textNode(text);
        }
        if (text.isEmpty() || text.equals("null") || text.equals("~")) {
            return nodes.nullNode();
        }
        if (text.equals("true") || text.equals("false")) {
            return nodes.booleanNode(text.equals("true"));
        }
        if (WHOLE.matcher(text).matches()) {
            return nodes.numberNode(Long.parseLong(text));
        }
        return DECIMAL.matcher(text).matches() ? nodes.numberNode(new BigDecimal(text)) : nodes.textNode(text);
    }

    private void requirePlain(NodeEvent event, int depth) {
        try {
            YamlText.requirePlain(event, depth);
        } catch (YamlFault e) {
            throw new ProblemException(e.in(place), e);
        }
    }

    private ProblemException problem(Event event, Problem problem, String argument) {
        return new ProblemException(Finding.of(place + ":" + position(event.getStartMark()), problem, argument));
    }

    private static Document.Position position(Mark mark) {
        return new Document.Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
