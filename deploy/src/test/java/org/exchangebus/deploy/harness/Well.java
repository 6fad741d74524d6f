package org.exchangebus.deploy.harness;

import org.jspecify.annotations.Nullable;

/**
 * One state of one well, as a department issues it and as the registry has to hold it.
 *
 * @param level with two digits behind the point
 * @param step tells states of one well apart; a state that comes back has the step it had
 * @param outline GeoJSON where the department surveys, else null
 * @param isGone whether the record is deleted; then only the code counts
 */
record Well(
        String code,
        String name,
        String level,
        long step,
        @Nullable String outline,
        boolean isGone) {

    /** What the registry shows of it; equal texts are equal states. */
    String content() {
        return isGone ? code + " gone" : String.join("|", code, name, level, Long.toString(step), "" + outline);
    }
}
