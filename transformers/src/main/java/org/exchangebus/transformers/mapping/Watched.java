package org.exchangebus.transformers.mapping;

import java.util.function.Supplier;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Step;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Puts a watch around what is compiled; where there is none, all stays as it is. */
final class Watched {

    private final @Nullable Watch watch;

    Watched(@Nullable Watch watch) {
        this.watch = watch;
    }

    void reads(String field) {
        if (watch != null) {
            watch.reads(field);
        }
    }

    @Nullable
    Typed item(MappingFile.ItemText item, Chain value, Supplier<@Nullable Typed> compiled) {
        return watch == null ? compiled.get() : typed(watch, Spot.of(item, value), compiled);
    }

    @Nullable
    Typed source(Chain.Source source, Supplier<@Nullable Typed> compiled) {
        return watch == null ? compiled.get() : typed(watch, Spot.of(source), compiled);
    }

    @Nullable
    Guard condition(Condition condition, Supplier<@Nullable Guard> compiled) {
        return watch == null ? compiled.get() : guard(watch, Spot.of(condition), compiled);
    }

    @Nullable
    Guard rule(Spot.Kind kind, MappingFile.Rule rule, Supplier<@Nullable Guard> compiled) {
        return watch == null ? compiled.get() : guard(watch, Spot.of(kind, rule), compiled);
    }

    Step step(Call call, Step step) {
        if (watch == null) {
            return step;
        }
        Spot spot = Spot.of(call);
        watch.enters(spot);
        watch.leaves(spot);
        return new WatchedStep(watch, spot, step);
    }

    private static @Nullable Typed typed(Watch watch, Spot spot, Supplier<@Nullable Typed> compiled) {
        watch.enters(spot);
        Typed typed = compiled.get();
        watch.leaves(spot);
        if (typed == null) {
            return null;
        }
        Node node = typed.node();
        Node watched = work -> {
            watch.begins(spot);
            boolean isMade = node.evaluate(work);
            watch.ends(spot, isMade ? new Watch.Made(work.value.text()) : new Watch.Undone(work.problem()));
            return isMade;
        };
        return new Typed(watched, typed.kind(), typed.constants(), typed.codeTable());
    }

    private static @Nullable Guard guard(Watch watch, Spot spot, Supplier<@Nullable Guard> compiled) {
        watch.enters(spot);
        Guard guard = compiled.get();
        watch.leaves(spot);
        if (guard == null) {
            return null;
        }
        return work -> {
            watch.begins(spot);
            boolean holds = guard.holds(work);
            watch.ends(spot, work.hasFailed() ? new Watch.Undone(work.problem()) : new Watch.Decided(holds));
            return holds;
        };
    }

    private record WatchedStep(Watch watch, Spot spot, Step step) implements Step {

        @Override
        public @Nullable Problem apply(Value value) {
            watch.begins(spot);
            Problem problem = step.apply(value);
            watch.ends(spot, problem == null ? new Watch.Made(value.text()) : new Watch.Undone(problem));
            return problem;
        }

        @Override
        public boolean takesNothing() {
            return step.takesNothing();
        }
    }
}
