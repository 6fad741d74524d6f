package org.exchangebus.schemas.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.exchangebus.schemas.catalogue.Metadata;
import org.exchangebus.schemas.catalogue.Resource;
import org.jspecify.annotations.Nullable;

/** The metadata of a resource in the order of the 2017 guide; its items are a table of their own. */
public final class Facts {

    /** One line of metadata. */
    public record Fact(String label, String value) {}

    private final Words words;
    private final List<Fact> facts = new ArrayList<>();

    private Facts(Words words) {
        this.words = words;
    }

    public static List<Fact> of(Resource resource, Words words) {
        Facts facts = new Facts(words);
        facts.addAll(resource, resource.metadata());
        return facts.facts;
    }

    private void addAll(Resource resource, Metadata metadata) {
        Metadata.Classification classification = metadata.classification();
        add(
                "class",
                join(
                        " / ",
                        words.label(classification.resourceClass()),
                        classification.category(),
                        classification.subcategory(),
                        classification.detail()));
        add("title", resource.title());
        add("code", resource.code());
        add("provider", metadata.provider().name());
        add("provider-code", metadata.provider().code());
        add("department", metadata.provider().department());
        add("summary", resource.summary());
        String types = String.join(words.say("separator"), metadata.format().types());
        add("format", join(": ", words.label(metadata.format().kind()), types));
        Metadata.Sharing sharing = metadata.sharing();
        add("sharing-type", words.label(sharing.type()));
        add("sharing-condition", sharing.condition());
        add("sharing-basis", sharing.basis());
        add("sharing-method", sharing.method() == null ? null : words.label(sharing.method()));
        add("open", words.say(metadata.openness().isOpen() ? "yes" : "no"));
        add("open-condition", metadata.openness().condition());
        add("update-cycle", words.label(metadata.updateCycle()));
        add("published", metadata.published().toString());
        add("related", String.join(words.say("separator"), metadata.related()));
        add("external", String.join(words.say("separator"), metadata.external()));
        add("secrecy", words.say(metadata.isClassified() ? "classified" : "unclassified"));
        add("name", resource.name());
        add("version", metadata.version().number() + " (" + metadata.version().date() + ")");
        add("key", String.join(words.say("separator"), resource.key()));
    }

    private void add(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(new Fact(words.say(key), value));
        }
    }

    private static String join(String separator, @Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(separator));
    }
}
