package org.exchangebus.schemas.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
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

class XsdExportTest {

    private static final Set<String> BEYOND_A_SCHEMA = Set.of("identifier", "geometry");

    static Collection<Resource> resources() {
        return Catalogue.bundled().resources();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void judgesEveryRecordAsTheBusDoesButForRulesAcrossItems(Resource resource) throws SAXException, IOException {
        Validator validator = schema(resource).newValidator();
        ResourceCheck check = ResourceCheck.of(resource);
        List<String> rules = resource.rules().stream().map(Rule::name).toList();
        List<String> differences = new ArrayList<>();
        int accepted = 0;
        for (Map<String, String> record : Mutations.of(resource)) {
            if (record.values().stream().anyMatch(XsdExportTest::isTakenOtherwise)) {
                continue;
            }
            List<String> broken = new ArrayList<>();
            boolean isAccepted = check.accepts(
                    Mutations.cells(resource, record), (item, rule, problem, arguments) -> broken.add(rule));
            String fault = fault(validator, resource, record);
            boolean isBeyond = fault.isEmpty()
                    && broken.stream().allMatch(rule -> BEYOND_A_SCHEMA.contains(rule) || rules.contains(rule));
            if (isAccepted != fault.isEmpty() && !isBeyond) {
                differences.add(record + " " + broken + " " + fault);
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

    private static String fault(Validator validator, Resource resource, Map<String, String> record) throws IOException {
        StringBuilder xml = new StringBuilder("<" + resource.name() + "-list xmlns=\"" + XsdExport.namespace(resource)
                + "\"><" + resource.name() + ">");
        resource.items().forEach(item -> {
            String value = record.get(item.name());
            if (value != null) {
                String text = value.replace("&", "&amp;").replace("<", "&lt;");
                xml.append("<%1$s>%2$s</%1$s>".formatted(item.name(), text));
            }
        });
        xml.append("</%1$s></%1$s-list>".formatted(resource.name()));
        try {
            validator.validate(new StreamSource(new StringReader(xml.toString())));
            return "";
        } catch (SAXException e) {
            return e.getMessage();
        }
    }

    private static Schema schema(Resource resource) throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(XsdExport.of(resource))));
    }
}
