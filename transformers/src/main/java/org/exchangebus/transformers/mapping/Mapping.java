package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.List;
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
    private final String summary;
    private final Plan plan;
    private final ResourceCheck check;
    private final Planner again;

    Mapping(String name, String summary, Plan plan, ResourceCheck check, Planner again) {
        this.name = name;
        this.summary = summary;
        this.plan = plan;
        this.check = check;
        this.again = again;
    }

    /** {@code <system>/<mapping>}. */
    public String name() {
        return name;
    }

    public String summary() {
        return summary;
    }

    public Resource resource() {
        return plan.resource;
    }

    /** The source's fields, as the mapping was compiled for them. */
    public List<String> fields() {
        return plan.fields;
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
        return new Mapping(name, summary, again.plan(watch), check, again);
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
