package org.exchangebus.routes.reconciliation;

import java.util.List;
import org.exchangebus.routes.RoutesProblem;
import org.exchangebus.schemas.catalogue.Resource;

/**
 * A key of which the registry does not hold what proven runs brought.
 *
 * @param key the values of the key, whole: whoever shows them masks them by the catalogue
 * @param flow the flow that brought the record; where none did, the one that the registry names
 * @param run the run that brought the record; where none did, the one that the registry names
 */
public record Difference(Kind kind, List<String> key, String flow, long run) {

    /** What is wrong with it. */
    public enum Kind {
        /** A proven run brought it, and the registry does not have it. */
        MISSING(RoutesProblem.RECORD_IS_MISSING),
        /** The registry has it with other values, another operation, version or origin. */
        OTHER_CONTENT(RoutesProblem.RECORD_HAS_OTHER_CONTENT),
        /** The registry has it as if a run had brought it, and none did. */
        NOT_FROM_ANY_RUN(RoutesProblem.RECORD_IS_FROM_NO_RUN);

        private final RoutesProblem problem;

        Kind(RoutesProblem problem) {
            this.problem = problem;
        }

        /** What to do about it. */
        public RoutesProblem problem() {
            return problem;
        }
    }

    public Difference {
        key = List.copyOf(key);
    }

    /** The key as people may see it: its personal values masked as the catalogue says. */
    public String masked(Resource resource) {
        return Differences.masked(resource, key);
    }
}
