package org.exchangebus.schemas.export;

import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Obligation;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.schemas.codetable.Code;
import org.exchangebus.schemas.codetable.CodeTable;
import org.jspecify.annotations.Nullable;

/**
 * The XML Schema (1.0) of a resource's records: an element for a list of them, one for a record, one for each item
 * in the order of the catalogue. An item without value has no element.
 */
final class XsdExport {

    private final Resource resource;
    private final StringBuilder xsd = new StringBuilder(8192);
    private int depth;

    private XsdExport(Resource resource) {
        this.resource = resource;
    }

    static String of(Resource resource) {
        return new XsdExport(resource).schema();
    }

    /** The namespace of a resource's elements. */
    static String namespace(Resource resource) {
        return "https://exchangebus.org/catalogue/" + resource.name();
    }

    private String schema() {
        String name = resource.name();
        xsd.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        open("xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns=\"" + namespace(resource)
                + "\" targetNamespace=\"" + namespace(resource) + "\" elementFormDefault=\"qualified\"");
        annotate(resource.title() + " (" + resource.code() + ")", resource.summary() + " " + unexpressed());
        open("xs:element name=\"" + name + "-list\"");
        open("xs:complexType");
        open("xs:sequence");
        line("xs:element ref=\"" + name + "\" minOccurs=\"0\" maxOccurs=\"unbounded\"/");
        close("xs:sequence", "xs:complexType", "xs:element");
        open("xs:element name=\"" + name + "\"");
        open("xs:complexType");
        open("xs:sequence");
        resource.items().forEach(this::addItem);
        close("xs:sequence", "xs:complexType", "xs:element", "xs:schema");
        return xsd.toString();
    }

    private String unexpressed() {
        List<String> parts = new ArrayList<>(List.of("check characters of identifiers"));
        resource.rules().forEach(rule -> parts.add(text(rule)));
        return "Checked by the bus and not expressed here: " + String.join("; ", parts) + ".";
    }

    private static String text(Rule rule) {
        return rule.name() + " (" + String.join(", ", rule.items()) + ")";
    }

    private void addItem(Item item) {
        boolean isMandatory = item.obligation() == Obligation.MANDATORY;
        String least = isMandatory ? "" : " minOccurs=\"0\"";
        String most = item.isRepeated() ? " maxOccurs=\"unbounded\"" : "";
        open("xs:element name=\"" + item.name() + "\"" + least + most);
        annotate(
                item.title() + (item.shortName() == null ? "" : " " + item.shortName()),
                item.summary().english());
        switch (item.type()) {
            case DATE -> addRestriction("xs:date", CanonicalForm.DATE);
            case DATETIME -> addRestriction("xs:dateTime", CanonicalForm.DATE_TIME);
            case BOOLEAN -> addRestriction("xs:boolean", "true|false");
            case DECIMAL, MONEY -> addNumber("xs:decimal", CanonicalForm.decimal(item), item);
            case INTEGER -> addNumber("xs:long", CanonicalForm.integer(item), item);
            case STRUCTURE -> addStructure(item, isMandatory);
            default -> addText(item, isMandatory);
        }
        close("xs:element");
    }

    /** The items of a structure as elements of their own; the text of JSON where they are not declared. */
    private void addStructure(Item item, boolean isMandatory) {
        if (item.items().isEmpty()) {
            addText(item, isMandatory);
            return;
        }
        open("xs:complexType");
        open("xs:sequence");
        item.items().forEach(this::addItem);
        close("xs:sequence", "xs:complexType");
    }

    private void addNumber(String base, String form, Item item) {
        List<String> facets = new ArrayList<>();
        if (item.precision() > 0) {
            facets.add("totalDigits value=\"" + item.precision() + "\"");
            facets.add("fractionDigits value=\"" + item.scale() + "\"");
        }
        facets.add(pattern(form));
        addRestriction(base, facets);
    }

    private void addText(Item item, boolean isMandatory) {
        List<String> lengths = new ArrayList<>();
        if (isMandatory) {
            lengths.add("minLength value=\"1\"");
        }
        if (item.length() > 0) {
            lengths.add("maxLength value=\"" + item.length() + "\"");
        }
        String table = item.codeTable();
        String forbidden = CanonicalForm.forbidden(item);
        String form = item.identifier() == null && !forbidden.isEmpty()
                ? "[^" + forbidden + "]*"
                : identifier(item.identifier());
        if (table != null) {
            addCodes(item, CodeTable.bundled(table), lengths, form);
        } else {
            addRestriction("xs:string", with(lengths, form));
        }
    }

    /** The listed codes; a union with what else the table allows. */
    private void addCodes(Item item, CodeTable table, List<String> lengths, @Nullable String form) {
        CodeTable.Origin origin = table.origin();
        List<String> others = new ArrayList<>();
        if (origin.mostDigits() > 0) {
            others.add("[0-9]{" + origin.fewestDigits() + "," + origin.mostDigits() + "}");
        }
        origin.prefixes().forEach(prefix -> others.add(CanonicalForm.literal(prefix) + "(.|\\n|\\r)+"));
        boolean isUnion = table.isOpen() || !others.isEmpty();
        open("xs:simpleType");
        annotate(
                origin.title() + " " + origin.standard() + "-" + origin.edition(),
                table.name() + ": " + origin.summary());
        if (isUnion) {
            open("xs:union");
            open("xs:simpleType");
        }
        open("xs:restriction base=\"xs:string\"");
        lengths.forEach(length -> line("xs:" + length + "/"));
        for (Code code : AllowedCodes.of(item, table)) {
            open("xs:enumeration value=\"" + escaped(code.code()) + "\"");
            annotate(code.label(), null);
            close("xs:enumeration");
        }
        close("xs:restriction");
        if (isUnion) {
            close("xs:simpleType");
            others.forEach(other -> addRestriction("xs:string", with(lengths, other)));
            if (table.isOpen()) {
                addRestriction("xs:string", with(lengths, form));
            }
            close("xs:union");
        }
        close("xs:simpleType");
    }

    private static @Nullable String identifier(@Nullable String kind) {
        return kind == null ? null : CanonicalForm.identifier(kind);
    }

    private static List<String> with(List<String> lengths, @Nullable String form) {
        List<String> facets = new ArrayList<>(lengths);
        if (form != null) {
            facets.add(pattern(form));
        }
        return facets;
    }

    private static String pattern(String form) {
        return "pattern value=\"" + escaped(form) + "\"";
    }

    private void addRestriction(String base, String form) {
        addRestriction(base, List.of(pattern(form)));
    }

    private void addRestriction(String base, List<String> facets) {
        open("xs:simpleType");
        open("xs:restriction base=\"" + base + "\"");
        facets.forEach(facet -> line("xs:" + facet + "/"));
        close("xs:restriction", "xs:simpleType");
    }

    private void annotate(String chinese, @Nullable String english) {
        open("xs:annotation");
        line("xs:documentation xml:lang=\"zh\">" + escaped(chinese) + "</xs:documentation");
        if (english != null) {
            line("xs:documentation xml:lang=\"en\">" + escaped(english) + "</xs:documentation");
        }
        close("xs:annotation");
    }

    private void open(String element) {
        line(element);
        depth++;
    }

    private void close(String... elements) {
        for (String element : elements) {
            depth--;
            line("/" + element);
        }
    }

    private void line(String element) {
        xsd.append("  ".repeat(depth)).append('<').append(element).append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
