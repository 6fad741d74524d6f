package org.exchangebus.schemas.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.schemas.catalogue.Resource;

/** The forms in which resources are given to others. */
public enum ExportForm {
    /** JSON Schema 2020-12 of one record. */
    JSON_SCHEMA,
    /** XML Schema 1.0 of records. */
    XSD,
    /** The registry's table, for PostgreSQL. */
    DDL,
    /** The head of a CSV file, and the data dictionary in CSV and Markdown. */
    CSV,
    /** Pages in Markdown. */
    MARKDOWN,
    /** Pages in HTML. */
    HTML;

    /** The name on the command line, such as {@code json-schema}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The files of one resource: content by name, the one that matters most first. */
    public Map<String, String> files(Resource resource, Locale language) {
        return files(resource, List.of(resource), Words.in(language));
    }

    /** The files of several resources, with an index where the form has pages. */
    public Map<String, String> files(Collection<Resource> resources, Locale language) {
        Words words = Words.in(language);
        Map<String, String> files = new LinkedHashMap<>();
        if (this == HTML) {
            files.put("index.html", HtmlPage.of(new CataloguePages(resources, words, ".html").index()));
        } else if (this == MARKDOWN) {
            files.put("index.md", MarkdownPage.of(new CataloguePages(resources, words, ".md").index()));
        }
        resources.forEach(resource -> files.putAll(files(resource, resources, words)));
        return files;
    }

    private Map<String, String> files(Resource resource, Collection<Resource> all, Words words) {
        String name = resource.name();
        Map<String, String> files = new LinkedHashMap<>();
        switch (this) {
            case JSON_SCHEMA -> files.put(name + ".schema.json", JsonSchemaExport.of(resource));
            case XSD -> files.put(name + ".xsd", XsdExport.of(resource));
            case DDL -> files.put(name + ".sql", DdlExport.of(resource));
            case CSV -> {
                files.put(name + ".csv", CsvExport.head(resource));
                files.put(name + ".dictionary.csv", CsvExport.dictionary(resource, words));
                CataloguePages pages = new CataloguePages(all, words, ".md");
                files.put(name + ".dictionary.md", MarkdownPage.of(pages.dictionary(resource)));
            }
            case MARKDOWN ->
                files.put(name + ".md", MarkdownPage.of(new CataloguePages(all, words, ".md").page(resource)));
            case HTML -> files.put(name + ".html", HtmlPage.of(new CataloguePages(all, words, ".html").page(resource)));
        }
        return files;
    }
}
