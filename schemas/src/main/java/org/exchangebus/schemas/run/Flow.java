package org.exchangebus.schemas.run;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to carry one source to the hub as one resource; read from the system's folder.
 *
 * @param system the system's name, a noun such as {@code household-register}
 * @param source what arrives, such as {@code person}
 * @param department the owner, in its own words
 * @param kind the protocol: {@code soap}, {@code ftp}, {@code sftp}, {@code database}
 * @param mapping name of the mapping in the system's folder
 * @param resource name of the resource in the catalogue
 * @param cron when it runs: five fields as Unix has them (minute hour day month weekday), or
 *     {@code every <n>s|m|h} for short rhythms
 * @param zone time zone of {@code cron}
 * @param summary one sentence for operators
 * @param follows the source of the same system whose landed rows this flow carries as another resource, without
 *     asking the system again; null where it takes its own
 * @param fullSets when the source gives everything that it holds
 * @param holdAt how many rejected rows hold a whole run; null where none do
 */
public record Flow(
        String system,
        String source,
        String department,
        String kind,
        String mapping,
        String resource,
        String cron,
        ZoneId zone,
        String summary,
        @Nullable String follows,
        FullSets fullSets,
        @Nullable HoldAt holdAt) {

    /** A flow of a source that only ever gives a part, and that delivers what it can, however much is rejected. */
    public Flow(
            String system,
            String source,
            String department,
            String kind,
            String mapping,
            String resource,
            String cron,
            ZoneId zone,
            String summary,
            @Nullable String follows) {
        this(system, source, department, kind, mapping, resource, cron, zone, summary, follows, FullSets.NONE, null);
    }

    /** {@code <system>-<source>}: route id, metric tag and name everywhere. */
    public String name() {
        return system + "-" + source;
    }

    /** The source that takes and reads the rows. */
    public String reader() {
        return follows == null ? source : follows;
    }

    /** Name of the flow that takes the rows: its own where it follows none. */
    public String leader() {
        return system + "-" + reader();
    }

    public boolean isFollower() {
        return follows != null;
    }
}
