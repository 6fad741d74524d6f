package org.exchangebus.routes.hub;

import org.exchangebus.schemas.catalogue.ItemType;

/** A value is not written as its type is written in a chunk; the message names the item, never the value. */
final class NotCanonicalException extends RuntimeException {

    NotCanonicalException(String item, ItemType type, Throwable cause) {
        super("item '" + item + "' holds a text that is no " + type.name().toLowerCase(java.util.Locale.ROOT), cause);
    }
}
