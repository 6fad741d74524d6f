package org.exchangebus.adapters.simulator;

import java.util.List;
import java.util.Map;

/** A page of residents as the register writes it; it calls itself GBK, as its makers once did, whatever carries it. */
record HouseholdPage(int total, List<Resident> residents) {

    static String refusal(String code, String message) {
        return "<?xml version=\"1.0\" encoding=\"GBK\"?><DATA code=\"" + code + "\" msg=\"" + message
                + "\"><TOTAL>0</TOTAL></DATA>";
    }

    String xml() {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"GBK\"?>\n<DATA code=\"0\" msg=\"成功\">\n");
        xml.append("<TOTAL>").append(total).append("</TOTAL>\n");
        for (Resident resident : residents) {
            xml.append("<RECORD>");
            for (Map.Entry<String, String> tag : resident.tags().entrySet()) {
                xml.append('<').append(tag.getKey()).append('>');
                xml.append(tag.getValue().replace("&", "&amp;").replace("<", "&lt;"));
                xml.append("</").append(tag.getKey()).append('>');
            }
            xml.append("</RECORD>\n");
        }
        return xml.append("</DATA>").toString();
    }
}
