package org.exchangebus.adapters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.ProblemException;

/**
 * Some keys of an {@code adapter.yaml} with their values, already checked against the schema.
 *
 * <p>A getter without {@code otherwise} is for keys that the schema requires.
 */
public final class Settings {

    private final YamlDocument document;
    private final String pointer;
    private final JsonNode node;
    private final Lookup lookup;

    Settings(YamlDocument document, String pointer, Lookup lookup) {
        this.document = document;
        this.pointer = pointer;
        this.node = document.root().at(pointer);
        this.lookup = lookup;
    }

    public boolean has(String key) {
        return node.hasNonNull(key);
    }

    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        Iterator<String> names = node.fieldNames();
        names.forEachRemaining(keys::add);
        return keys;
    }

    public String text(String key) {
        return required(key).asText();
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public int number(String key) {
        return required(key).asInt();
    }

    public int number(String key, int otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    public boolean flag(String key, boolean otherwise) {
        return has(key) ? required(key).asBoolean() : otherwise;
    }

    /** A {@code format: duration}, such as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}. */
    public Duration duration(String key, Duration otherwise) {
        return has(key) ? Formats.duration(text(key)).orElseThrow() : otherwise;
    }

    /** A {@code format: charset}. */
    public Charset charset(String key, Charset otherwise) {
        return has(key) ? Formats.charset(text(key)) : otherwise;
    }

    /** A {@code format: secret}: the value that the placeholder stands for. */
    public Secret secret(String key) {
        String name = Formats.secretName(text(key)).orElseThrow();
        return lookup.secret(name)
                .orElseThrow(() -> problem(key, AdapterProblem.SECRET_NOT_FOUND, name, Formats.secretVariable(name)));
    }

    public Optional<Secret> secretIfSet(String key) {
        return has(key) ? Optional.of(secret(key)) : Optional.empty();
    }

    /** A list of texts; empty where the key is not set. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        node.path(key).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** The settings below a key; has no keys where the key is not set. */
    public Settings section(String key) {
        return new Settings(document, pointer + "/" + YamlDocument.escaped(key), lookup);
    }

    /** The list of settings below a key; empty where the key is not set. */
    public List<Settings> sections(String key) {
        List<Settings> sections = new ArrayList<>();
        for (int i = 0; i < node.path(key).size(); i++) {
            sections.add(new Settings(document, pointer + "/" + YamlDocument.escaped(key) + "/" + i, lookup));
        }
        return sections;
    }

    /** Where a key stands, as file:line:column; where this section stands if the key is not set. */
    public String where(String key) {
        return document.where(node.has(key) ? pointer + "/" + YamlDocument.escaped(key) : pointer);
    }

    /** Something wrong with a key's value that the schema cannot see. */
    public Finding finding(String key, Problem problem, String... arguments) {
        return Finding.of(where(key), problem, arguments);
    }

    public ProblemException problem(String key, Problem problem, String... arguments) {
        return new ProblemException(finding(key, problem, arguments));
    }

    private JsonNode required(String key) {
        JsonNode value = node instanceof ObjectNode ? node.get(key) : null;
        if (value == null) {
            throw new IllegalStateException(document.where(pointer) + ": the schema lets '" + key + "' be absent");
        }
        return value;
    }
}
