package org.exchangebus.transformers.example;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.exchangebus.schemas.record.ChunkId;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Spot;
import org.exchangebus.transformers.mapping.Watch;
import org.jspecify.annotations.Nullable;

/** Which parts of a mapping its examples exercise, and which they do not. Not thread-safe. */
public final class Coverage {

    private final Mapping mapping;
    private final Tally tally = new Tally();

    public Coverage(Mapping mapping) {
        this.mapping = mapping.watched(tally);
    }

    /** Takes the rows of an example into account. */
    public void add(Rows rows) {
        mapping.apply(new SourceChunk(new ChunkId(0, 0), mapping.name(), 0, rows));
    }

    /** How many parts the mapping has that an example can show. */
    public int parts() {
        return tally.items.size()
                + tally.words.values().stream().mapToInt(Set::size).sum();
    }

    /** What no example shows, in the order of the mapping. Inside of what is never reached, nothing more is told. */
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        Set<Spot> dark = new HashSet<>();
        tally.items.forEach((spot, item) -> {
            Gap.Kind kind = dark.contains(tally.around.get(spot)) ? null : tally.missing(spot);
            if (kind != null) {
                gaps.add(new Gap(kind, item, spot, ""));
            }
            boolean isDark = kind != null && !tally.reached.contains(spot)
                    || kind == Gap.Kind.ITEM_WITHOUT_VALUE
                    || dark.contains(tally.around.get(spot));
            if (isDark) {
                dark.add(spot);
                return;
            }
            Set<String> words = new TreeSet<>(tally.words.getOrDefault(spot, Set.of()));
            words.removeAll(tally.met.getOrDefault(spot, Set.of()));
            words.forEach(word -> gaps.add(new Gap(Gap.Kind.WORD_NEVER_MET, item, spot, word)));
        });
        return gaps;
    }

    /** The codes that the examples lead to, by the code table that a mapping takes them from. */
    public Map<String, Set<String>> codes() {
        return Collections.unmodifiableMap(tally.codes);
    }

    private static final class Tally implements Watch {

        private final Map<Spot, String> items = new LinkedHashMap<>();
        private final Map<Spot, Spot> around = new HashMap<>();
        private final Map<Spot, Set<String>> words = new LinkedHashMap<>();
        private final Map<Spot, Set<String>> met = new HashMap<>();
        private final Map<String, Set<String>> codes = new TreeMap<>();
        private final Set<Spot> reached = new HashSet<>();
        private final Set<Spot> fulfilled = new HashSet<>();
        private final Deque<Spot> entered = new ArrayDeque<>();
        private @Nullable String last;

        @Override
        public void enters(Spot spot) {
            entered.addLast(spot);
            items.put(spot, String.valueOf(entered.getFirst().name()));
            if (entered.size() > 1) {
                List<Spot> open = List.copyOf(entered);
                around.put(spot, open.get(open.size() - 2));
            }
            if (spot.call() != null) {
                words.put(spot, KnownWords.of(spot.call()));
            }
        }

        @Override
        public void leaves(Spot spot) {
            entered.removeLast();
        }

        @Override
        public void begins(Spot spot) {
            reached.add(spot);
            if (last != null && spot.kind() == Spot.Kind.STEP) {
                met.computeIfAbsent(spot, key -> new HashSet<>()).add(last);
            }
        }

        @Override
        public void ends(Spot spot, Outcome outcome) {
            if (outcome instanceof Decided decided) {
                if (decided.holds()) {
                    fulfilled.add(spot);
                }
                return;
            }
            last = outcome instanceof Made made ? made.text() : null;
            if (last != null) {
                fulfilled.add(spot);
                String table = spot.call() == null ? null : KnownWords.codeTable(spot.call());
                if (table != null) {
                    codes.computeIfAbsent(table, key -> new TreeSet<>()).add(last);
                }
            }
        }

        /** What is missing at a spot; null where an example shows it. */
        Gap.@Nullable Kind missing(Spot spot) {
            return switch (spot.kind()) {
                case ITEM -> fulfilled.contains(spot) ? null : Gap.Kind.ITEM_WITHOUT_VALUE;
                case LEAVE_OUT, DELETE -> fulfilled.contains(spot) ? null : Gap.Kind.NEVER_HOLDS;
                case CONDITION -> fulfilled.contains(spot) || isInsideOfRule(spot) ? null : Gap.Kind.NEVER_HOLDS;
                case SOURCE, STEP -> reached.contains(spot) ? null : Gap.Kind.NEVER_REACHED;
            };
        }

        /** The condition of a rule is told of as the rule. */
        private boolean isInsideOfRule(Spot spot) {
            Spot outer = around.get(spot);
            return outer != null && (outer.kind() == Spot.Kind.LEAVE_OUT || outer.kind() == Spot.Kind.DELETE);
        }
    }
}
