package org.exchangebus.adapters.soap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.Refusal;
import org.exchangebus.schemas.record.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Reads one record's fields, in whatever order they stand. A field that is not there, or is {@code xsi:nil}, is null;
 * one without text is empty. Elements that are not declared are passed by.
 */
final class RecordReader {

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final GuardedXml xml;
    private final ResultText text;
    private final PrivateUse privateUse;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final @Nullable String[] values;
    private final boolean[] isThere;
    private final StringBuilder value = new StringBuilder();
    private @Nullable Refusal refusal;
    private long position;

    RecordReader(GuardedXml xml, ResultText text, List<String> fields, PrivateUse privateUse) {
        this.xml = xml;
        this.privateUse = privateUse;
        this.text = text;
        values = new String[fields.size()];
        isThere = new boolean[fields.size()];
        for (int i = 0; i < fields.size(); i++) {
            numbers.put(fields.get(i), i);
        }
    }

    /** Reads the record at whose beginning the XML stands, as far as its end. */
    void read(Rows.Builder rows) throws IOException {
        XMLStreamReader2 at = xml.at();
        long start = at.getLocationInfo().getStartingCharOffset();
        text.forget(start);
        Arrays.fill(values, null);
        Arrays.fill(isThere, false);
        refusal = null;
        position++;
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                readField(at, numbers.get(at.getLocalName()));
            }
            event = xml.next();
        }
        if (refusal == null) {
            for (String found : values) {
                rows.cell(found);
            }
            rows.endRow(position);
        } else {
            rows.badRow(new Rows.BadRow(position, refusal.problem(), refusal.arguments(), raw(start)));
        }
    }

    long position() {
        return position;
    }

    private void readField(XMLStreamReader2 at, @Nullable Integer number) throws IOException {
        String nil = at.getAttributeValue(XSI, "nil");
        boolean isNil = "true".equals(nil) || "1".equals(nil);
        String name = at.getLocalName();
        value.setLength(0);
        int depth = 1;
        boolean hasElements = false;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    hasElements = true;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (number != null) {
                        value.append(at.getTextCharacters(), at.getTextStart(), at.getTextLength());
                    }
                }
                default -> {}
            }
        }
        if (number == null) {
            return;
        }
        if (isThere[number]) {
            fail(SoapProblem.FIELD_TWICE, name);
        } else if (hasElements) {
            fail(SoapProblem.FIELD_NOT_TEXT, name);
        } else if (isNil && !value.isEmpty()) {
            fail(SoapProblem.NIL_WITH_TEXT, name);
        }
        isThere[number] = true;
        values[number] = isNil ? null : characters(name, value.toString());
    }

    private String characters(String field, String text) {
        privateUse.refusal(field, text).ifPresent(this::fail);
        return privateUse.replaced(text);
    }

    private void fail(SoapProblem found, String field) {
        fail(new Refusal(found, field));
    }

    private void fail(Refusal found) {
        refusal = refusal == null ? found : refusal;
    }

    /** The record as it stood in the string. */
    private byte[] raw(long start) throws IOException {
        try {
            long end = xml.at().getLocationInfo().getEndingCharOffset();
            return text.between(start, end).getBytes(StandardCharsets.UTF_8);
        } catch (javax.xml.stream.XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
