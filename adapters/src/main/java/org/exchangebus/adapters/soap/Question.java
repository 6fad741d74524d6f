package org.exchangebus.adapters.soap;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the envelope of a call: document/literal, the arguments in their order, in UTF-8. */
final class Question {

    private Question() {}

    static byte[] of(SoapSettings settings, int page) {
        String envelope = settings.isSoap12()
                ? "http://www.w3.org/2003/05/soap-envelope"
                : "http://schemas.xmlsoap.org/soap/envelope/";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("soap", "Envelope", envelope);
            xml.writeNamespace("soap", envelope);
            xml.writeStartElement("soap", "Body", envelope);
            xml.writeStartElement("q", settings.operation(), settings.namespace());
            xml.writeNamespace("q", settings.namespace());
            for (SoapSettings.Argument argument : settings.arguments()) {
                if (settings.isQualified()) {
                    xml.writeStartElement("q", argument.name(), settings.namespace());
                } else {
                    xml.writeStartElement(argument.name());
                }
                xml.writeCharacters(argument.text(page, settings.pageSize()));
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
