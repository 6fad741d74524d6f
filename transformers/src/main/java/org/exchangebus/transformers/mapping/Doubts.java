package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Doubt;
import org.exchangebus.schemas.record.Rejection.Reason;

/** Collects what is doubtful about the records of a chunk; the doubts of a row count when it is delivered. */
final class Doubts {

    private record Kind(String item, String rule, Problem problem) {}

    private static final class Tally {

        private final Reason first;
        private final long position;
        private int records;

        Tally(Reason first, long position) {
            this.first = first;
            this.position = position;
        }
    }

    private final List<Reason> ofRow = new ArrayList<>();
    private final Map<Kind, Tally> tallies = new LinkedHashMap<>();

    void startRow() {
        if (!ofRow.isEmpty()) {
            ofRow.clear();
        }
    }

    void add(Reason doubt) {
        ofRow.add(doubt);
    }

    /** The row is delivered. */
    void count(long position) {
        for (int i = 0; i < ofRow.size(); i++) {
            Reason doubt = ofRow.get(i);
            String item = String.valueOf(doubt.item());
            tallies.computeIfAbsent(new Kind(item, doubt.rule(), doubt.problem()), kind -> new Tally(doubt, position))
                    .records++;
        }
    }

    List<Doubt> of(String place) {
        List<Doubt> doubts = new ArrayList<>(tallies.size());
        tallies.forEach((kind, tally) -> doubts.add(new Doubt(
                kind.item(),
                kind.rule(),
                kind.problem(),
                tally.first.arguments(),
                place,
                tally.position,
                tally.records)));
        return List.copyOf(doubts);
    }
}
