package org.exchangebus.adapters.soap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;

/** An answer's envelope, read as far as the text that is the result; a fault on the way is a problem. */
final class Envelope implements AutoCloseable {

    private static final Set<String> NAMESPACES =
            Set.of("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");
    private static final String PART = "answer";

    private final GuardedXml xml;
    private final InputStream bytes;

    private Envelope(GuardedXml xml, InputStream bytes) {
        this.xml = xml;
        this.bytes = bytes;
    }

    static Envelope open(BufferedInputStream answer, Charset charset) throws IOException {
        return new Envelope(new GuardedXml(AnswerCharset.reader(answer, charset), PART, charset.name()), answer);
    }

    /** Goes to the result element; its text is to be read before anything else of the envelope. */
    ResultText result(String element) throws IOException {
        XMLStreamReader2 at = xml.at();
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            continue;
        }
        if (!at.getLocalName().equals("Envelope") || !NAMESPACES.contains(String.valueOf(at.getNamespaceURI()))) {
            throw AnswerException.of(SoapProblem.NOT_AN_ENVELOPE, at.getLocalName());
        }
        int event = xml.next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (at.getLocalName().equals("Fault") && NAMESPACES.contains(at.getNamespaceURI())) {
                    throw fault();
                }
                if (at.getLocalName().equals(element)) {
                    return new ResultText(xml);
                }
            }
            event = xml.next();
        }
        throw AnswerException.of(SoapProblem.RESULT_MISSING, element);
    }

    /** Reads what is behind the result: the rest has to be well-formed too, and the bytes all taken. */
    void finish() throws IOException {
        xml.finish();
        byte[] rest = new byte[8_192];
        while (bytes.read(rest) >= 0) {
            continue;
        }
    }

    @Override
    public void close() {
        xml.close();
    }

    private AnswerException fault() throws IOException {
        String code = "";
        String text = "";
        String element = "";
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    element = xml.at().getLocalName();
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    String found = xml.at().getText().strip();
                    if ((element.equals("faultcode") || element.equals("Value")) && code.isEmpty()) {
                        code = found;
                    } else if (element.equals("faultstring") || element.equals("Text")) {
                        text = text.length() > 200 ? text : (text + " " + found).strip();
                    }
                }
                default -> {}
            }
        }
        return AnswerException.of(SoapProblem.FAULT, Tidy.of(code), Tidy.of(text));
    }
}
