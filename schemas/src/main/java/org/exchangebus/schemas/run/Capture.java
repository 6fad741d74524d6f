package org.exchangebus.schemas.run;

import java.util.List;
import org.exchangebus.schemas.problem.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What one run took from its source, complete and durable; the source may be acknowledged once the ledger has it.
 *
 * @param segments what was landed, in the order in which it is to be read
 * @param cursor where the next run begins, proposed; moves only when this run is proven. Null where the
 *     source keeps no cursor
 * @param held files that are not what they claim; they wait in quarantine and disturb nothing else
 * @param isWhole whether the segments are everything that the source holds: what is not in them is not there
 */
public record Capture(List<Segment> segments, @Nullable String cursor, List<Held> held, boolean isWhole) {

    /** A part of what the source holds. */
    public Capture(List<Segment> segments, @Nullable String cursor, List<Held> held) {
        this(segments, cursor, held, false);
    }

    /** A file that was not accepted as a whole, landed as it is, with the reason. */
    public record Held(Segment segment, Finding reason) {}

    /**
     * What is asked of an adapter.
     *
     * @param run number of the run
     * @param cursor where the last proven run ended; null at first
     * @param isSweep whether to take everything, whatever the cursor says
     * @param isLetThrough whether a person answers for it that the source seems to have gone back
     */
    public record Request(long run, @Nullable String cursor, Landing landing, boolean isSweep, boolean isLetThrough) {

        /** A run as the schedule asks for it. */
        public Request(long run, @Nullable String cursor, Landing landing) {
            this(run, cursor, landing, false, false);
        }
    }

    /** A landed segment to be read as rows: in equal bytes, equal rows, in equal blocks. */
    public record Reading(Segment segment, Landing landing) {}

    /** What the source may be told: the segments of a run that is proven, or that are held. */
    public record Acknowledgement(List<Segment> delivered, List<Segment> held) {}
}
