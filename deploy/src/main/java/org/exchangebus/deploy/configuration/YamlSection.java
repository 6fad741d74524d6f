package org.exchangebus.deploy.configuration;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One mapping of a YAML file with the places of its keys; collects what is wrong instead of throwing. */
final class YamlSection {

    private final String file;
    private final String path;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final List<Finding> findings;
    private final @Nullable Node node;

    /** Reads a mapping; keys that are not declared are findings. */
    YamlSection(String file, String path, @Nullable Node node, List<Finding> findings, List<String> declared) {
        this.file = file;
        this.path = path;
        this.node = node;
        this.findings = findings;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (keys.put(key, tuple.getKeyNode()) != null) {
                    findings.add(Finding.of(where(tuple.getKeyNode()), SchemaProblem.KEY_TWICE, key));
                }
                values.put(key, tuple.getValueNode());
                if (!declared.contains(key)) {
                    findings.add(unknown(tuple.getKeyNode(), path + key, key, declared));
                }
            }
        } else if (node != null && !isNull(node)) {
            findings.add(Finding.of(
                    where(node), DeployProblem.VALUE_OF_WRONG_TYPE, name(path), shown(node), "a group of keys"));
        }
    }

    boolean isThere() {
        return node instanceof MappingNode;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    YamlSection section(String key, List<String> declared) {
        return new YamlSection(file, path + key + ".", values.get(key), findings, declared);
    }

    Optional<String> text(String key) {
        Node value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof ScalarNode scalar && !isNull(value)) {
            return Optional.of(scalar.getValue());
        }
        wrong(key, "a text");
        return Optional.empty();
    }

    /** A text that has to be there because the section is. */
    String required(String key) {
        if (!values.containsKey(key)) {
            String where = node == null ? file : where(node);
            findings.add(Finding.of(where, DeployProblem.KEY_MISSING, path + key, name(path)));
        }
        return text(key).orElse("");
    }

    int port(String key, int otherwise) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,5}") && Integer.parseInt(text.get()) <= 65535) {
            return Integer.parseInt(text.get());
        }
        wrong(key, "a port from 0 to 65535");
        return otherwise;
    }

    boolean flag(String key, boolean otherwise) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (List.of("true", "false").contains(text.get())) {
            return Boolean.parseBoolean(text.get());
        }
        wrong(key, "true or false");
        return otherwise;
    }

    int number(String key, int otherwise, int least, int most) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,9}")
                && Integer.parseInt(text.get()) >= least
                && Integer.parseInt(text.get()) <= most) {
            return Integer.parseInt(text.get());
        }
        wrong(key, "a number from " + least + " to " + most);
        return otherwise;
    }

    /** A time as {@code <n>d}, {@code <n>h} or {@code <n>m}. */
    Duration duration(String key, Duration otherwise) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,6}[dhm]")) {
            return Duration.parse(text.get().endsWith("d") ? "P" + text.get() : "PT" + text.get());
        }
        wrong(key, "a time such as 90d, 12h or 30m");
        return otherwise;
    }

    /** A number of bytes as {@code <n>MB}, {@code <n>GB} or {@code <n>TB}, decimal. */
    long bytes(String key, long otherwise) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        int unit = List.of("MB", "GB", "TB").indexOf(text.get().replaceFirst("^\\d{1,6}", ""));
        if (unit >= 0 && Character.isDigit(text.get().charAt(0))) {
            return Long.parseLong(text.get(), 0, text.get().length() - 2, 10) * (long) Math.pow(1000, unit + 2);
        }
        wrong(key, "a size such as 500MB, 100GB or 2TB");
        return otherwise;
    }

    /** One text, or a list of them. */
    List<String> oneOrMore(String key) {
        return values.get(key) instanceof ScalarNode ? text(key).stream().toList() : texts(key);
    }

    List<String> texts(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence
                && sequence.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
            return sequence.getValue().stream()
                    .map(element -> ((ScalarNode) element).getValue())
                    .toList();
        }
        wrong(key, "a list of texts");
        return List.of();
    }

    /** Says that the value of a key is not what it has to be. */
    void wrong(String key, String expected) {
        Node value = values.get(key);
        String found = value == null ? "" : shown(value);
        findings.add(Finding.of(where(key), DeployProblem.VALUE_OF_WRONG_TYPE, path + key, found, expected));
    }

    void report(String key, DeployProblem problem, String... arguments) {
        findings.add(Finding.of(where(key), problem, arguments));
    }

    String path(String key) {
        return path + key;
    }

    private String where(String key) {
        Node value = values.get(key);
        Node place = value == null ? keys.get(key) : value;
        return place == null ? file : where(place);
    }

    private String where(Node place) {
        return file + ":" + (place.getStartMark().getLine() + 1) + ":"
                + (place.getStartMark().getColumn() + 1);
    }

    private Finding unknown(Node place, String shown, String key, List<String> declared) {
        String all = String.join(", ", declared);
        return declared.stream()
                .filter(candidate -> LevenshteinDistance.getDefaultInstance().apply(candidate, key) <= 2)
                .findFirst()
                .map(near -> Finding.of(where(place), DeployProblem.KEY_MISSPELT, shown, near, all))
                .orElseGet(() -> Finding.of(where(place), DeployProblem.KEY_UNKNOWN, shown, all));
    }

    private static String name(String path) {
        return path.isEmpty() ? "the file" : path.substring(0, path.length() - 1);
    }

    private static String shown(Node value) {
        return value instanceof ScalarNode scalar ? scalar.getValue() : value.getNodeId() + "";
    }

    private static boolean isNull(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty() && scalar.isPlain();
    }
}
