package org.exchangebus.adapters.soap;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Local names from the root to an element, or to an attribute of it; namespaces are not looked at. */
record XmlPath(List<String> elements, @Nullable String attribute) {

    static XmlPath of(String text) {
        int at = text.indexOf("/@");
        String path = at < 0 ? text : text.substring(0, at);
        return new XmlPath(List.of(path.split("/")), at < 0 ? null : text.substring(at + 2));
    }

    /** As it is written. */
    String text() {
        return String.join("/", elements) + (attribute == null ? "" : "/@" + attribute);
    }
}
