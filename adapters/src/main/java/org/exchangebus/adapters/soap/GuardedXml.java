package org.exchangebus.adapters.soap;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads XML of others as a stream, within limits, and never a document type declaration: so no entity is expanded
 * and nothing is fetched.
 */
final class GuardedXml implements AutoCloseable {

    private static final int DEPTH = 64;
    private static final int ATTRIBUTES = 64;
    private static final int ATTRIBUTE_LENGTH = 64 * 1024;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader2 reader;
    private final String part;
    private final String charset;

    /**
     * @param part what is read, for messages
     * @param charset how its bytes became characters, for messages
     */
    GuardedXml(Reader text, String part, String charset) throws IOException {
        this.part = part;
        this.charset = charset;
        try {
            reader = (XMLStreamReader2) FACTORY.createXMLStreamReader(text);
        } catch (XMLStreamException e) {
            throw AnswerException.from(e, part, charset);
        }
    }

    /** The next event. */
    int next() throws IOException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw AnswerException.of(SoapProblem.DTD_REFUSED, part);
            }
            return event;
        } catch (XMLStreamException e) {
            throw AnswerException.from(e, part, charset);
        }
    }

    /** The reader where it stands; only to be looked at. */
    XMLStreamReader2 at() {
        return reader;
    }

    /** Reads to the end, so that all of it is known to be well-formed. */
    void finish() throws IOException {
        while (reader.getEventType() != XMLStreamConstants.END_DOCUMENT) {
            next();
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // What is wrong with a text is said when it is reached, not when it is looked at.
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, ATTRIBUTE_LENGTH);
        factory.setProperty(
                XMLInputFactory.RESOLVER, (javax.xml.stream.XMLResolver) (publicId, systemId, base, name) -> {
                    throw new XMLStreamException("Nothing is fetched");
                });
        return factory;
    }
}
