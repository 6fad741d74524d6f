package org.exchangebus.routes.bus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;

/** The rows of a chunk by their positions and versions: which is which, once they have been mapped. */
final class PlacedRows {

    /** Exchange property that holds them. */
    static final String PROPERTY = "exchange-bus.rows";

    private final Rows rows;
    private final long firstVersion;

    PlacedRows(SourceChunk chunk) {
        rows = chunk.rows();
        firstVersion = chunk.firstVersion();
    }

    int count() {
        return rows.count() + rows.badRows().size();
    }

    /** Position of the row whose record has this version. */
    long position(long version) {
        return rows.position((int) (version - firstVersion));
    }

    /** The version of each row that could be read, and of each that could not, by position. */
    Map<Long, Long> versions() {
        Map<Long, Long> versions = new HashMap<>();
        for (int i = 0; i < rows.count(); i++) {
            versions.put(rows.position(i), firstVersion + i);
        }
        for (int i = 0; i < rows.badRows().size(); i++) {
            versions.putIfAbsent(rows.badRows().get(i).position(), firstVersion + rows.count() + i);
        }
        return versions;
    }

    /** Positions of the rows that were not rejected. */
    List<Long> accepted(List<Rejection> rejections) {
        Set<Long> rejected = new HashSet<>();
        rejections.forEach(rejection -> rejected.add(rejection.position()));
        List<Long> accepted = new ArrayList<>();
        for (int i = 0; i < rows.count(); i++) {
            if (!rejected.contains(rows.position(i))) {
                accepted.add(rows.position(i));
            }
        }
        return accepted;
    }
}
