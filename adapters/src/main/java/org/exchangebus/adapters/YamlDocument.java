package org.exchangebus.adapters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML file as a JSON tree that remembers where each of its values stands; aliases and own tags are refused. */
final class YamlDocument {

    private final String file;
    private final List<Finding> findings;
    private final Placeholders placeholders;
    private final Map<String, Mark> marks = new HashMap<>();
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
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
            Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
            if (node instanceof MappingNode) {
                return tree("", node);
            }
            find(null, AdapterProblem.NOT_YAML, "not a mapping of keys to values");
        } catch (MarkedYAMLException e) {
            find(e.getProblemMark(), AdapterProblem.NOT_YAML, String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            find(null, AdapterProblem.NOT_YAML, String.valueOf(e.getMessage()));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode tree(String pointer, Node node) {
        marks.putIfAbsent(pointer, node.getStartMark());
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            find(node.getStartMark(), AdapterProblem.YAML_ALIAS);
            return JsonNodeFactory.instance.nullNode();
        }
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
        if (node.getTag().equals(Tag.NULL)) {
            return make.nullNode();
        }
        if (node.getTag().equals(Tag.BOOL) && isPlain) {
            return make.booleanNode(Set.of("true", "yes", "on").contains(text.toLowerCase(java.util.Locale.ROOT)));
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
