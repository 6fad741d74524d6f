package org.exchangebus.transformers.tree;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import org.exchangebus.transformers.problem.ValueProblem;

/** Reads JSON strictly (RFC 8259), each name of an object once. Numbers stay as they are written. */
final class JsonDocument {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Tree.DEEPEST)
                    .build())
            .build();

    private final JsonParser parser;
    private final Tree tree;

    private JsonDocument(JsonParser parser, Tree tree) {
        this.parser = parser;
        this.tree = tree;
    }

    static void read(byte[] bytes, int start, int end, Tree tree) {
        try (JsonParser parser = FACTORY.createParser(bytes, start, end - start)) {
            JsonToken first = parser.nextToken();
            if (first == null || new JsonDocument(parser, tree).isRead(first) && parser.nextToken() != null) {
                tree.setProblem(ValueProblem.NOT_JSON);
            }
        } catch (StreamConstraintsException e) {
            tree.setProblem(ValueProblem.DOCUMENT_TOO_LARGE);
        } catch (IOException e) {
            tree.setProblem(ValueProblem.NOT_JSON);
        }
    }

    private boolean isRead(JsonToken first) throws IOException {
        if (first == JsonToken.START_OBJECT) {
            return areMembersRead(0);
        }
        if (first == JsonToken.START_ARRAY) {
            return areElementsRead(0, "");
        }
        setText(0, first);
        return true;
    }

    private boolean areMembersRead(int object) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            boolean isRead =
                    token == JsonToken.START_ARRAY ? areElementsRead(object, name) : isValueRead(object, name, token);
            if (!isRead) {
                return false;
            }
        }
        return true;
    }

    private boolean areElementsRead(int parent, String name) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            boolean isRead = token == JsonToken.START_ARRAY
                    ? !isTooMuch() && areElementsRead(tree.add(parent, name), "")
                    : isValueRead(parent, name, token);
            if (!isRead) {
                return false;
            }
        }
        return true;
    }

    private boolean isValueRead(int parent, String name, JsonToken token) throws IOException {
        if (isTooMuch()) {
            return false;
        }
        int node = tree.add(parent, name);
        if (token == JsonToken.START_OBJECT) {
            return areMembersRead(node);
        }
        setText(node, token);
        return true;
    }

    private void setText(int node, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_NULL) {
            String text = parser.getText();
            if (holdsHalfACharacter(text)) {
                tree.setProblem(ValueProblem.NOT_JSON);
            }
            tree.setText(node, text);
        }
    }

    /** JSON can escape one half of a character; UTF-8 has no bytes for it. */
    private static boolean holdsHalfACharacter(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private boolean isTooMuch() {
        if (tree.isFull()) {
            tree.setProblem(ValueProblem.DOCUMENT_TOO_LARGE);
        }
        return tree.isFull();
    }
}
