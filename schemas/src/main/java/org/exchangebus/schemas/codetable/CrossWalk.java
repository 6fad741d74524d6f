package org.exchangebus.schemas.codetable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;
import org.jspecify.annotations.Nullable;

/**
 * The way from the codes of a dialect, an older edition or another table to the codes of a table. Immutable, shared by
 * threads.
 *
 * <p>A code that several codes stand for, because an edition split it or a dialect is coarser, is not decided here.
 */
public final class CrossWalk {

    private final String from;
    private final String to;
    private final String summary;
    private final Map<String, List<String>> codes;
    private final ByteIndex single;
    private final @Nullable ByteIndex several;

    CrossWalk(String from, String to, String summary, Map<String, List<String>> codes) {
        this.from = from;
        this.to = to;
        this.summary = summary;
        this.codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        Map<String, String> decided = new LinkedHashMap<>();
        Map<String, String> open = new LinkedHashMap<>();
        codes.forEach((code, becomes) -> (becomes.size() == 1 ? decided : open).put(code, becomes.get(0)));
        single = new ByteIndex(decided);
        several = open.isEmpty() ? null : new ByteIndex(open);
    }

    /**
     * The cross-walk to a table from a dialect or another table, such as {@code certificate-type} from
     * {@code market-registry}; throws a problem with "did you mean" where there is none.
     */
    public static CrossWalk bundled(String to, String from) {
        for (CrossWalk walk : CodeTables.CROSS_WALKS) {
            if (walk.to.equals(to) && walk.from.equals(from)) {
                return walk;
            }
        }
        List<String> known = dialects(to);
        throw new ProblemException(Finding.of(
                "code table " + CodeTable.bundled(to).name(),
                SchemaProblem.NAME_UNKNOWN,
                "cross-walk",
                from,
                Similar.nearest(from, known),
                Similar.list(known)));
    }

    /**
     * The cross-walks of a folder, one YAML file each, to these tables.
     *
     * @throws ProblemException with everything that is wrong with any of them
     */
    public static List<CrossWalk> read(Path folder, Map<String, CodeTable> tables) throws IOException {
        return new CrossWalkReader(tables).read(folder);
    }

    /** All cross-walks that ship with the bus. */
    public static List<CrossWalk> all() {
        return CodeTables.CROSS_WALKS;
    }

    /** From which dialects and tables there is a way to a table; may be none. */
    public static List<String> dialects(String to) {
        return CodeTables.CROSS_WALKS.stream()
                .filter(walk -> walk.to.equals(to))
                .map(CrossWalk::from)
                .toList();
    }

    /** Name of the dialect or table whose codes it takes. */
    public String from() {
        return from;
    }

    /** Name of the table whose codes it gives. */
    public String to() {
        return to;
    }

    public String summary() {
        return summary;
    }

    /** What each code may become, in the order of the file; several where it is not decided. */
    public Map<String, List<String>> codes() {
        return codes;
    }

    /**
     * What a code becomes, for the path of every record: makes no object. The array is shared, nobody writes to it.
     *
     * @return null where the code is not known or not decided
     */
    public byte @Nullable [] get(byte[] utf8, int start, int end) {
        return single.get(utf8, start, end);
    }

    /** Whether several codes stand for this one. */
    public boolean isUndecided(byte[] utf8, int start, int end) {
        return several != null && several.get(utf8, start, end) != null;
    }

    /** What a code may become; none where it is not known. */
    public List<String> candidates(String code) {
        return codes.getOrDefault(code, List.of());
    }
}
