package org.exchangebus.schemas.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.exchangebus.schemas.catalogue.Households;
import org.exchangebus.schemas.catalogue.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

class StructureExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Resource HOUSEHOLD = Households.resource();

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`[{\"name\":\"王样例\",\"sex\":\"1\"}]`, true",
                "`[{\"age\":30,\"name\":\"王样例\",\"sex\":\"1\"}]`, true",
                "`[{\"age\":\"30\",\"name\":\"王样例\",\"sex\":\"1\"}]`, false",
                "`[{\"name\":\"王样例\",\"sex\":\"7\"}]`, false",
                "`[{\"sex\":\"1\"}]`, false",
                "`[{\"name\":\"王样例\",\"nick\":\"x\",\"sex\":\"1\"}]`, false",
                "`{\"name\":\"王样例\",\"sex\":\"1\"}`, false",
            })
    void theJsonSchemaSaysWhatStandsInTheText(String value, boolean isAccepted) throws JsonProcessingException {
        JsonNode content = JSON.readTree(JsonSchemaExport.of(HOUSEHOLD)).at("/properties/members/contentSchema");

        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(content)
                        .validate(JSON.readTree(value))
                        .isEmpty())
                .isEqualTo(isAccepted);
        assertThat(Households.accepts(value)).isEqualTo(isAccepted);
    }

    @Test
    void theXsdHasAnElementForEachOfThem() throws SAXException, IOException {
        String xml = "<household xmlns=\"" + XsdExport.namespace(HOUSEHOLD) + "\"><number>1</number>%s</household>";
        var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(XsdExport.of(HOUSEHOLD))))
                .newValidator();

        validator.validate(source(xml, "<members><name>王</name><sex>1</sex></members>".repeat(2)));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> validator.validate(source(xml, "<members><sex>1</sex></members>"))))
                .isInstanceOf(SAXException.class)
                .hasMessageContaining("name");
    }

    private static StreamSource source(String xml, String members) {
        return new StreamSource(new StringReader(xml.formatted(members)));
    }

    @Test
    void thePageNamesThemBelowTheirItem() {
        assertThat(new ItemTable(HOUSEHOLD, Words.in(Locale.ENGLISH)).rows())
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactly("1 number", "2 members[]", "2.1 members.name", "2.2 members.sex", "2.3 members.age");
    }
}
