package org.exchangebus.transformers.tree;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.exchangebus.transformers.problem.ValueProblem;

/**
 * Reads XML 1.0 with the JDK's own parser: well-formed, without a document type, without entities of its own. Prefixes of
 * names are left out. What encoding it declares does not matter, because the adapter has decoded it.
 */
final class XmlDocument {

    private static final String VERSION_1_1 = "1.1";
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
        FACTORY.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside is read");
        });
    }

    private final XMLStreamReader reader;
    private final Tree tree;
    private final int[] path = new int[Tree.DEEPEST + 1];
    private final StringBuilder[] texts = new StringBuilder[Tree.DEEPEST + 1];
    private int depth;

    private XmlDocument(XMLStreamReader reader, Tree tree) {
        this.reader = reader;
        this.tree = tree;
        texts[0] = new StringBuilder();
    }

    static void read(byte[] bytes, int start, int end, Tree tree) {
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        try {
            XMLStreamReader reader = reader(text.strip());
            try {
                if (VERSION_1_1.equals(reader.getVersion())) {
                    // It lets control characters through, which no record may hold.
                    tree.setProblem(ValueProblem.NOT_XML);
                    return;
                }
                new XmlDocument(reader, tree).read();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            tree.setProblem(ValueProblem.NOT_XML);
        }
    }

    private static XMLStreamReader reader(String text) throws XMLStreamException {
        // The factory is not said to be safe for threads.
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(new StringReader(text));
        }
    }

    private void read() throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            boolean isTooMuch = tree.isFull() || event == XMLStreamConstants.START_ELEMENT && depth == Tree.DEEPEST;
            if (isTooMuch) {
                tree.setProblem(ValueProblem.DOCUMENT_TOO_LARGE);
                return;
            }
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    tree.setProblem(ValueProblem.NOT_XML);
                    return;
                }
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    texts[depth].append(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {}
            }
        }
    }

    private void begin() {
        int node = tree.add(path[depth], reader.getLocalName());
        depth++;
        path[depth] = node;
        texts[depth] = new StringBuilder();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            tree.setText(tree.addAttribute(node, reader.getAttributeLocalName(i)), reader.getAttributeValue(i));
        }
    }

    private void end() {
        String text = texts[depth].toString();
        // Blanks between elements are the file's form, not a value.
        tree.setText(path[depth], tree.isInner(path[depth]) && text.isBlank() ? "" : text);
        depth--;
    }
}
