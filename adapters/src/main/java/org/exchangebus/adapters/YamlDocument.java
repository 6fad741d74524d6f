package org.exchangebus.adapters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.document.YamlFault;
import org.exchangebus.schemas.document.YamlText;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.YamlProblem;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file as a JSON tree that remembers where each of its values stands; only true and false are booleans. */
final class YamlDocument {

    private final String file;
    private final List<Finding> findings;
    private final Placeholders placeholders;
    private final Map<String, Mark> marks = new HashMap<>();
    private final JsonNode root;

    /** Says what stands for a scalar's text, or finds fault with it. */
    interface Placeholders {
        String resolve(String text, String where, List<Finding> findings);
    }

    YamlDocument(String file, String text, Placeholders placeholders, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
        this.placeholders = placeholders;
        this.root = read(text);
    }

    JsonNode root() {
        return root;
    }

    /** file:line:column of what a JSON pointer points to; of the nearest value around it if there is none. */
    String where(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !marks.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return place(marks.get(at));
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private String place(Mark mark) {
        return mark == null ? file + ":1:1" : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    private JsonNode read(String text) {
        try {
            Node node = YamlText.compose(text, AdapterProblem.NOT_YAML);
            if (node instanceof MappingNode) {
                return tree("", node);
            }
            find(null, node == null ? YamlProblem.EMPTY : YamlProblem.NOT_A_MAP);
        } catch (YamlFault e) {
            findings.add(e.in(file));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode tree(String pointer, Node node) {
        marks.putIfAbsent(pointer, node.getStartMark());
        if (node instanceof MappingNode mapping) {
            return object(pointer, mapping);
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            int i = 0;
            for (Node value : sequence.getValue()) {
                array.add(tree(pointer + "/" + i++, value));
            }
            return array;
        }
        return scalar(pointer, (ScalarNode) node);
    }

    private ObjectNode object(String pointer, MappingNode mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String below = pointer + "/" + escaped(key);
            if (object.has(key)) {
                find(tuple.getKeyNode().getStartMark(), AdapterProblem.KEY_TWICE, key);
                continue;
            }
            marks.put(below, tuple.getKeyNode().getStartMark());
            object.set(key, tree(below, tuple.getValueNode()));
        }
        return object;
    }

    private JsonNode scalar(String pointer, ScalarNode node) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        String text = node.getValue();
        boolean isPlain = node.getScalarStyle() == org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN;
        if (isPlain && (text.isEmpty() || text.equals("~") || text.equals("null"))) {
            return make.nullNode();
        }
        if (isPlain && (text.equals("true") || text.equals("false"))) {
            return make.booleanNode(text.equals("true"));
        }
        if (text.contains("${")) {
            text = placeholders.resolve(text, where(pointer), findings);
        }
        return isPlain && text.matches("-?(0|[1-9][0-9]{0,17})")
                ? make.numberNode(Long.parseLong(text))
                : make.textNode(text);
    }

    private void find(Mark mark, Problem problem, String... arguments) {
        findings.add(Finding.of(place(mark), problem, arguments));
    }
}
