package org.exchangebus.adapters.soap;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.exchangebus.schemas.record.Rows;

/**
 * One answer, read record by record: the envelope, in it a string, in it XML. Nothing of it is kept in memory but
 * the record that is being read.
 */
final class Page implements Closeable {

    private static final String PART = "XML within the answer's string";

    private final SoapSettings settings;
    private final Envelope envelope;
    private final ResultText text;
    private final GuardedXml xml;
    private final RecordReader records;
    private final List<String> path = new ArrayList<>();
    private final Map<XmlPath, String> said = new HashMap<>();
    private boolean isOver;

    Page(BufferedInputStream answer, Charset charset, SoapSettings settings) throws IOException {
        this.settings = settings;
        envelope = Envelope.open(answer, charset);
        text = envelope.result(settings.result());
        if (text.isEmpty()) {
            throw AnswerException.of(SoapProblem.RESULT_MISSING, settings.result());
        }
        xml = new GuardedXml(text, PART, charset.name());
        records = new RecordReader(xml, text, settings.fields(), settings.privateUse());
    }

    /** Adds the next record to the rows, good or bad; false where there are no more. */
    boolean next(Rows.Builder rows) throws IOException {
        XMLStreamReader2 at = xml.at();
        while (!isOver) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    path.add(at.getLocalName());
                    if (path.equals(settings.recordPath().elements())) {
                        records.read(rows);
                        path.remove(path.size() - 1);
                        return true;
                    }
                    listen(at);
                }
                case XMLStreamConstants.END_ELEMENT -> path.remove(path.size() - 1);
                case XMLStreamConstants.END_DOCUMENT -> {
                    isOver = true;
                    envelope.finish();
                }
                default -> {}
            }
        }
        return false;
    }

    /** How many records all pages have, as this page says; known at its end. */
    Optional<Long> total() {
        String total = said.getOrDefault(settings.total(), "").strip();
        return total.matches("[0-9]{1,12}") ? Optional.of(Long.parseLong(total)) : Optional.empty();
    }

    /** What the page says at a path; empty where it says nothing. */
    String said(Optional<XmlPath> where) {
        return where.map(found -> said.getOrDefault(found, "").strip()).orElse("");
    }

    @Override
    public void close() {
        xml.close();
        envelope.close();
    }

    private void listen(XMLStreamReader2 at) throws IOException {
        boolean isText = false;
        for (XmlPath wanted : wanted()) {
            if (path.equals(wanted.elements())) {
                String attribute = wanted.attribute();
                if (attribute == null) {
                    isText = true;
                } else {
                    String value = at.getAttributeValue(null, attribute);
                    said.put(wanted, value == null ? "" : value);
                }
            }
        }
        if (isText) {
            String value = shortText();
            wanted().stream()
                    .filter(wanted ->
                            wanted.attribute() == null && wanted.elements().equals(path))
                    .forEach(wanted -> said.put(wanted, value));
            path.remove(path.size() - 1);
        }
    }

    private String shortText() throws IOException {
        StringBuilder value = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (value.length() < 1_000) {
                        value.append(xml.at().getText());
                    }
                }
                default -> {}
            }
        }
        return value.toString();
    }

    private List<XmlPath> wanted() {
        List<XmlPath> wanted = new ArrayList<>(3);
        wanted.add(settings.total());
        settings.code().ifPresent(wanted::add);
        settings.message().ifPresent(wanted::add);
        return wanted;
    }

    /** The record number of the last record that was read. */
    long position() {
        return records.position();
    }
}
