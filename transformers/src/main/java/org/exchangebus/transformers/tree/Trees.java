package org.exchangebus.transformers.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * The documents of one row, each read once however many paths lead into it. Not thread-safe.
 *
 * <p>A document that cannot be read costs its parser's exception; nothing else on the way of a record costs one.
 */
public final class Trees {

    private final List<Document> documents = new ArrayList<>();
    private int count;

    /** Forgets the documents of earlier rows. */
    public void startRow() {
        count = 0;
    }

    /** The document that the bytes are; {@link Tree#problem} says where they are none. It stays until the row is done. */
    public Tree read(Format format, byte[] array, int start, int end) {
        for (int i = 0; i < count; i++) {
            if (documents.get(i).is(format, array, start, end)) {
                return documents.get(i).tree;
            }
        }
        if (count == documents.size()) {
            documents.add(new Document());
        }
        Document document = documents.get(count++);
        document.read(format, array, start, end);
        return document.tree;
    }

    /** A tree and the bytes that it is made of. */
    private static final class Document {

        private final Tree tree = new Tree();
        private Format format = Format.XML;
        private byte[] array = {};
        private int start;
        private int end;

        boolean is(Format as, byte[] bytes, int first, int beyond) {
            return array == bytes && start == first && end == beyond && format == as;
        }

        void read(Format as, byte[] bytes, int first, int beyond) {
            format = as;
            array = bytes;
            start = first;
            end = beyond;
            tree.clear();
            if (as == Format.XML) {
                XmlDocument.read(bytes, first, beyond, tree);
            } else {
                JsonDocument.read(bytes, first, beyond, tree);
            }
        }
    }
}
