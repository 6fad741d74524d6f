package org.exchangebus.deploy.catalogue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.exchangebus.deploy.demo.ReportFormat;
import org.exchangebus.deploy.demo.Table;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Metadata;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.export.Words;
import org.jspecify.annotations.Nullable;

/** Some or all resources, a line each. */
public final class ResourceList {

    /** Which resources are told of; null is all. {@code provider} is a part of its name or the whole of its code. */
    public record Filter(
            Metadata.@Nullable ResourceClass resourceClass,
            @Nullable String provider,
            Metadata.@Nullable SharingType sharing) {

        boolean takes(Resource resource) {
            Metadata metadata = resource.metadata();
            boolean isOfProvider = provider == null
                    || metadata.provider().name().contains(provider)
                    || metadata.provider().code().equals(provider);
            return isOfProvider
                    && (resourceClass == null || metadata.classification().resourceClass() == resourceClass)
                    && (sharing == null || metadata.sharing().type() == sharing);
        }
    }

    private final List<Resource> resources;

    public ResourceList(Catalogue catalogue, Filter filter) {
        resources = catalogue.resources().stream().filter(filter::takes).toList();
    }

    /** A table for people, or a JSON object per resource. */
    public void write(PrintWriter out, Locale language, ReportFormat format) {
        if (format == ReportFormat.JSON) {
            resources.forEach(resource -> out.println(json(resource)));
            return;
        }
        Words words = Words.in(language);
        Table table = new Table(List.of(
                words.say("name"),
                words.say("title"),
                words.say("code"),
                words.say("class"),
                words.say("provider"),
                words.say("sharing"),
                words.say("update-cycle"),
                words.say("version")));
        rows(words).forEach(table::add);
        table.lines().forEach(out::println);
    }

    private Collection<List<String>> rows(Words words) {
        return resources.stream()
                .map(resource -> {
                    Metadata metadata = resource.metadata();
                    return List.of(
                            resource.name(),
                            resource.title(),
                            resource.code(),
                            words.label(metadata.classification().resourceClass()),
                            metadata.provider().name(),
                            words.label(metadata.sharing().type()),
                            words.label(metadata.updateCycle()),
                            metadata.version().number());
                })
                .toList();
    }

    /** What a line tells, with the names that catalogue files use. */
    static ObjectNode json(Resource resource) {
        Metadata metadata = resource.metadata();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", resource.name()).put("title", resource.title()).put("code", resource.code());
        json.put("class", label(metadata.classification().resourceClass()));
        json.put("category", metadata.classification().category());
        json.put("provider", metadata.provider().name());
        json.put("providerCode", metadata.provider().code());
        json.put("sharing", label(metadata.sharing().type()));
        json.put("open", metadata.openness().isOpen());
        json.put("updateCycle", label(metadata.updateCycle()));
        json.put("published", metadata.published().toString());
        json.put("version", metadata.version().number());
        return json.put("items", resource.items().size());
    }

    /** A constant as catalogue files write it. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
