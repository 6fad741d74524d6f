package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.transformers.problem.MappingProblem;
import org.jspecify.annotations.Nullable;

/** A compiled mapping: how the rows of one source become records of one resource. Immutable, shared by threads. */
public final class Mapping {

    /** Compiles the mapping once more, with a watch around it. */
    @FunctionalInterface
    interface Planner {
        Plan plan(Watch watch);
    }

    private final String name;
    private final MappingFile file;
    private final Plan plan;
    private final ResourceCheck check;
    private final Planner again;

    Mapping(String name, MappingFile file, Plan plan, ResourceCheck check, Planner again) {
        this.name = name;
        this.file = file;
        this.plan = plan;
        this.check = check;
        this.again = again;
    }

    /** {@code <system>/<mapping>}. */
    public String name() {
        return name;
    }

    public String summary() {
        return file.summary();
    }

    public Resource resource() {
        return plan.resource;
    }

    /** The source's fields, as the mapping was compiled for them. */
    public List<String> fields() {
        return plan.fields;
    }

    /** The mandatory items that go without a value, with the reason for each. */
    public Map<String, String> waived() {
        return reasons(file.waived());
    }

    /** The fields of the source that are not used, with the reason for each. */
    public Map<String, String> ignored() {
        return reasons(file.ignored());
    }

    private static Map<String, String> reasons(Map<String, MappingFile.Reason> reasons) {
        Map<String, String> texts = new LinkedHashMap<>();
        reasons.forEach((name, reason) -> texts.put(name, reason.text()));
        return texts;
    }

    /**
     * Maps a chunk. Each row, bad ones included, becomes a record, a rejection with all its reasons, or is
     * counted as filtered; a record's version is the chunk's first version and the row's place in the chunk.
     * Equal chunks give equal results, byte for byte.
     *
     * @throws ProblemException if the rows have other fields than the mapping was compiled for
     */
    public MappedChunk apply(SourceChunk chunk) {
        return new ChunkWork(plan, check, chunk, order(chunk)).map();
    }

    /** This mapping with a watch that is told of everything it does; slower, and not shared by threads. */
    public Mapping watched(Watch watch) {
        return new Mapping(name, file, again.plan(watch), check, again);
    }

    private int @Nullable [] order(SourceChunk chunk) {
        List<String> fields = chunk.rows().fields();
        if (fields.equals(plan.fields)) {
            return null;
        }
        List<String> missing = new ArrayList<>(plan.fields);
        missing.removeAll(fields);
        List<String> unexpected = new ArrayList<>(fields);
        unexpected.removeAll(plan.fields);
        if (!missing.isEmpty() || !unexpected.isEmpty()) {
            throw new ProblemException(Finding.of(
                    chunk.flow() + " run " + chunk.id().run(),
                    MappingProblem.OTHER_FIELDS,
                    name,
                    String.join(", ", missing),
                    String.join(", ", unexpected)));
        }
        return plan.fields.stream().mapToInt(fields::indexOf).toArray();
    }
}
