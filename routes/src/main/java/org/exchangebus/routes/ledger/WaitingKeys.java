package org.exchangebus.routes.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.RecordChunk;

/**
 * The keys of a flow's entries that wait in quarantine, with the lowest version of each.
 *
 * <p>The registry does not remember the newer version of a record that came unchanged. So an entry that is older than
 * what a run carries is closed when it is carried, or it could be sent later and overwrite what is true.
 */
public final class WaitingKeys {

    private final List<String> key;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();

    WaitingKeys(List<String> key) {
        this.key = List.copyOf(key);
    }

    /** Another row of the key was put aside. */
    public void add(String value, long version) {
        versions.merge(value, version, Math::min);
    }

    /** The keys among a chunk's records that wait in an older version, with the newest that the chunk has. */
    Map<String, Long> newerIn(RecordChunk chunk) {
        Map<String, Long> met = new HashMap<>();
        if (versions.isEmpty() || !chunk.items().containsAll(key)) {
            return met;
        }
        int[] positions = key.stream().mapToInt(chunk.items()::indexOf).toArray();
        Cells cells = new Cells(chunk.items().size());
        RecordChunk.Reader reader = chunk.read();
        StringBuilder value = new StringBuilder();
        while (reader.next()) {
            reader.show(cells);
            value.setLength(0);
            for (int i = 0; i < positions.length; i++) {
                value.append(i > 0 ? "|" : "").append(cells.text(positions[i]));
            }
            Long waiting = versions.get(value.toString());
            if (waiting != null && waiting < reader.version()) {
                met.merge(value.toString(), reader.version(), Math::max);
            }
        }
        return met;
    }
}
