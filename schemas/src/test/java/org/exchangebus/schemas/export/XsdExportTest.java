package org.exchangebus.schemas.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.exchangebus.schemas.catalogue.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

class XsdExportTest {

    private static final Set<String> BEYOND_A_SCHEMA = Set.of("identifier", "geometry", "structure", "text-form");

    static Collection<Resource> resources() {
        return Catalogue.bundled().resources();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void judgesEveryRecordAsTheBusDoesButForRulesAcrossItems(Resource resource) throws SAXException, IOException {
        List<Map<String, String>> records = Mutations.of(resource).stream()
                .filter(record -> record.values().stream().noneMatch(XsdExportTest::isTakenOtherwise))
                .toList();
        Map<Integer, String> faults = faults(resource, records);
        ResourceCheck check = ResourceCheck.of(resource);
        List<String> rules = resource.rules().stream().map(Rule::name).toList();
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (int i = 0; i < records.size(); i++) {
            List<String> broken = new ArrayList<>();
            boolean isAccepted = check.accepts(
                    Mutations.cells(resource, records.get(i)), (item, rule, problem, arguments) -> broken.add(rule));
            boolean isValid = !faults.containsKey(i);
            boolean isBeyond =
                    isValid && broken.stream().allMatch(rule -> BEYOND_A_SCHEMA.contains(rule) || rules.contains(rule));
            if (isAccepted != isValid && !isBeyond) {
                differences.add(records.get(i) + " " + broken + " " + faults.get(i));
            }
            accepted += isAccepted ? 1 : 0;
        }
        assertThat(differences).isEmpty();
        assertThat(accepted).as("records in order among those tried").isPositive();
    }

    @Test
    void tellsEachCodeAndItemInWordsOfTheStandard() {
        assertThat(XsdExport.of(Catalogue.bundled().resource("person"))).contains("""
                              <xs:enumeration value="2">
                                <xs:annotation>
                                  <xs:documentation xml:lang="zh">女性</xs:documentation>
                """, """
                <xs:documentation xml:lang="zh">性别 XB</xs:documentation>
                """.strip(), """
                <xs:documentation xml:lang="en">Sex, GB/T 2261.1.</xs:documentation>
                """.strip());
    }

    /**
     * XML has no U+0000 and takes blanks around dates and numbers away; the JDK counts a character outside the BMP
     * twice, against the standard.
     */
    private static boolean isTakenOtherwise(String value) {
        return value != null && (value.indexOf('\0') >= 0 || !value.strip().equals(value) || value.startsWith("𠮷𠮷"));
    }

    /** What a validator finds wrong, by the number of the record; each stands on a line of its own. */
    private static Map<Integer, String> faults(Resource resource, List<Map<String, String>> records)
            throws SAXException, IOException {
        String name = resource.name();
        StringBuilder xml = new StringBuilder("<" + name + "-list xmlns=\"" + XsdExport.namespace(resource) + "\">");
        for (Map<String, String> record : records) {
            xml.append("<").append(name).append(">");
            resource.items().stream()
                    .filter(item -> record.get(item.name()) != null)
                    .forEach(item -> xml.append("<%1$s>%2$s</%1$s>"
                            .formatted(
                                    item.name(),
                                    record.get(item.name())
                                            .replace("&", "&amp;")
                                            .replace("<", "&lt;"))));
            xml.append("</").append(name).append(">\n");
        }
        xml.append("</").append(name).append("-list>");
        Map<Integer, String> faults = new HashMap<>();
        Validator validator = schema(resource).newValidator();
        validator.setErrorHandler(new DefaultHandler() {
            @Override
            public void error(SAXParseException e) {
                faults.put(e.getLineNumber() - 1, e.getMessage());
            }
        });
        validator.validate(new StreamSource(new StringReader(xml.toString())));
        return faults;
    }

    private static Schema schema(Resource resource) throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(XsdExport.of(resource))));
    }
}
