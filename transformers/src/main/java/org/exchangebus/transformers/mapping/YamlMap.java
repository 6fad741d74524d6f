package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.exchangebus.transformers.function.Complaints;
import org.exchangebus.transformers.function.Words;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Nearest;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A map in a YAML file, with the places of what stands in it. */
final class YamlMap {

    /** One line of the map; the value may be a text, a list or a map. */
    record Entry(String key, Place place, Node value) {}

    private final String file;
    private final Complaints complaints;
    private final Place place;
    private final List<Entry> entries = new ArrayList<>();

    YamlMap(String file, String name, Node node, Complaints complaints) {
        this.file = file;
        this.complaints = complaints;
        this.place = place(node);
        if (!(node instanceof MappingNode map)) {
            tellShape(name, node, Shape.MAP);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : map.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Place where = place(tuple.getKeyNode());
            if (!seen.add(key)) {
                complaints.add(where, MappingProblem.DUPLICATE_KEY, key);
            } else {
                entries.add(new Entry(key, where, tuple.getValueNode()));
            }
        }
    }

    List<Entry> entries() {
        return entries;
    }

    Place place() {
        return place;
    }

    /** Tells of each key that is not among the known ones. */
    void requireOnly(Collection<String> known) {
        for (Entry entry : entries) {
            if (!known.contains(entry.key())) {
                complaints.add(entry.place(), MappingProblem.UNKNOWN_KEY, Nearest.arguments(entry.key(), known));
            }
        }
    }

    @Nullable
    Entry entry(String key) {
        return entries.stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElse(null);
    }

    /** The text of a key that has to be there; null where it is not, which is told. */
    @Nullable
    String required(String key) {
        Entry entry = entry(key);
        if (entry == null) {
            complaints.add(place, MappingProblem.MISSING_KEY, key);
            return null;
        }
        return text(entry);
    }

    /** The text of an entry; null where it is none or empty, which is told. */
    @Nullable
    String text(Entry entry) {
        if (!(entry.value() instanceof ScalarNode scalar)) {
            tellShape(entry.key(), entry.value(), Shape.TEXT);
            return null;
        }
        if (scalar.getValue().isBlank()) {
            complaints.add(entry.place(), MappingProblem.EMPTY_TEXT, entry.key());
            return null;
        }
        return scalar.getValue();
    }

    /** The map of a key; one without entries where the key is not there. */
    @Nullable
    YamlMap map(String key) {
        Entry entry = entry(key);
        return entry == null ? null : new YamlMap(file, key, entry.value(), complaints);
    }

    /** The list of a key; empty where the key is not there. */
    List<Node> list(String key) {
        Entry entry = entry(key);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof SequenceNode list)) {
            tellShape(key, entry.value(), Shape.LIST);
            return List.of();
        }
        return list.getValue();
    }

    /** The maps of a list. */
    List<YamlMap> maps(String key) {
        return list(key).stream()
                .map(node -> new YamlMap(file, key, node, complaints))
                .toList();
    }

    /** Where the text of a node begins, behind its quote. */
    Place place(Node node) {
        Mark mark = node.getStartMark();
        int quote = 0;
        boolean isExact = false;
        if (node instanceof ScalarNode scalar) {
            ScalarStyle style = scalar.getScalarStyle();
            boolean isQuoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
            quote = isQuoted ? 1 : 0;
            isExact = (isQuoted || style == ScalarStyle.PLAIN)
                    && mark.getLine() == node.getEndMark().getLine();
        }
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1 + quote, isExact);
    }

    private void tellShape(String name, Node found, Shape wanted) {
        Words is = Shape.of(found).words;
        complaints.add(
                place(found),
                MappingProblem.WRONG_SHAPE,
                name,
                is.english(),
                wanted.words.english(),
                is.chinese(),
                wanted.words.chinese());
    }

    private enum Shape {
        MAP("map", "映射表"),
        LIST("list", "列表"),
        TEXT("text", "文本");

        private final Words words;

        Shape(String english, String chinese) {
            words = new Words(english, chinese);
        }

        static Shape of(Node node) {
            return node instanceof MappingNode ? MAP : node instanceof SequenceNode ? LIST : TEXT;
        }
    }
}
