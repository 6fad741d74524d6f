package org.exchangebus.deploy.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.exchangebus.deploy.harness.Effects.Effect;

/**
 * Compares what the departments issued with what the registry holds and ever held, well by well.
 *
 * <p>It knows nothing of runs, chunks and versions: an effect has to be the next state of its well, or a later one where
 * a reader may miss some.
 */
final class Checker {

    private final Truth truth;
    private final Map<String, List<Well>> issued;
    private final Map<String, String> lastEffects = new HashMap<>();
    private final Verdict verdict = new Verdict();

    private Checker(Truth truth) {
        this.truth = truth;
        issued = truth.states();
    }

    static Verdict check(Truth truth, List<Effect> effects, Map<String, Well> registry) {
        Checker checker = new Checker(truth);
        checker.histories(effects);
        checker.states(registry);
        return checker.verdict;
    }

    private void histories(List<Effect> effects) {
        Map<String, List<Effect>> histories = new HashMap<>();
        for (Effect effect : effects) {
            histories
                    .computeIfAbsent(effect.well().code(), code -> new ArrayList<>())
                    .add(effect);
        }
        verdict.effects = effects.size();
        verdict.states = truth.size();
        Set<String> codes = new TreeSet<>(issued.keySet());
        codes.addAll(histories.keySet());
        for (String code : codes) {
            history(code, issued.getOrDefault(code, List.of()), histories.getOrDefault(code, List.of()));
        }
    }

    private void history(String code, List<Well> states, List<Effect> effects) {
        int next = 0;
        String before = "";
        long version = Long.MIN_VALUE;
        for (Effect effect : effects) {
            String content = effect.well().content();
            if (effect.isRemoval()) {
                verdict.lost.add(code + " was removed");
                continue;
            }
            if (effect.version() <= version) {
                verdict.older.add("%s: version %d over %d".formatted(code, effect.version(), version));
            }
            version = Math.max(version, effect.version());
            int found = indexOf(states, content, next);
            if (content.equals(before)) {
                verdict.doubled.add(content);
            } else if (found >= 0) {
                missed(states, next, found);
                next = found + 1;
            } else if (indexOf(states, content, 0) >= 0) {
                verdict.older.add(content + " over " + before);
            } else {
                verdict.altered.add(content);
            }
            before = content;
        }
        missed(states, next, states.size());
        lastEffects.put(code, before);
    }

    /** States that a reader had to bring and did not. */
    private void missed(List<Well> states, int from, int to) {
        for (int i = from; i < to && truth.isExact(states.get(i).code()); i++) {
            verdict.lost.add(states.get(i).content());
        }
    }

    private static int indexOf(List<Well> states, String content, int from) {
        for (int i = from; i < states.size(); i++) {
            if (states.get(i).content().equals(content)) {
                return i;
            }
        }
        return -1;
    }

    /** The rows themselves: whoever changed them without a trigger is found here. */
    private void states(Map<String, Well> registry) {
        issued.forEach((code, states) -> {
            Well row = registry.get(code);
            String expected = last(states).content();
            if (row == null) {
                verdict.lost.add(expected);
            } else if (!row.content().equals(expected)) {
                boolean isAsBrought = row.content().equals(lastEffects.get(code));
                boolean isOlder = indexOf(states, row.content(), 0) >= 0;
                (isAsBrought ? verdict.lost : isOlder ? verdict.older : verdict.altered).add(expected);
            }
        });
        Set<String> bad = truth.bad();
        registry.forEach((code, row) -> {
            if (bad.contains(code)) {
                verdict.unquarantined.add(row.content());
            } else if (!issued.containsKey(code)) {
                verdict.altered.add(row.content() + " was never issued");
            }
        });
    }

    private static Well last(List<Well> states) {
        return states.get(states.size() - 1);
    }
}
