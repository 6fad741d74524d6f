package org.exchangebus.deploy.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up what changes at one department: new wells, new states, old states that come back, wells that are given up. */
final class Changes {

    private static final int NEW = 45;
    private static final int CHANGED = 85;
    private static final int BACK = 94;

    private final String prefix;
    private final Random random;
    private final boolean isSurveyed;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Well> now = new HashMap<>();
    private final Map<String, Well> before = new HashMap<>();
    private long step;
    private int bad;

    /** @param prefix begins every code of the department, at most four letters */
    Changes(String prefix, long seed, boolean isSurveyed) {
        this.prefix = prefix;
        this.isSurveyed = isSurveyed;
        random = new Random(seed * 31 + prefix.hashCode());
    }

    Random random() {
        return random;
    }

    /** So many wells, all new. */
    List<Well> first(int wells) {
        List<Well> batch = new ArrayList<>();
        for (int i = 0; i < wells; i++) {
            batch.add(keep(add()));
        }
        return batch;
    }

    /** Changes of one moment: each well at most once. */
    List<Well> next(int size) {
        Map<String, Well> batch = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < size; i++) {
            int dice = codes.isEmpty() ? 0 : random.nextInt(100);
            String code = dice < NEW ? newCode() : codes.get(random.nextInt(codes.size()));
            if (taken.add(code)) {
                batch.put(code, keep(dice < NEW ? add(code) : change(code, dice)));
            }
        }
        return new ArrayList<>(batch.values());
    }

    /** Code of a row that will be refused. */
    String bad() {
        return "%sX%07d".formatted(prefix, ++bad);
    }

    private Well change(String code, int dice) {
        Well last = now.get(code);
        if (dice < CHANGED || last.isGone() && dice >= BACK) {
            return add(code);
        }
        if (dice < BACK) {
            return before.getOrDefault(code, last);
        }
        return new Well(code, "", "", 0, null, true);
    }

    private Well keep(Well well) {
        Well last = now.put(well.code(), well);
        if (last == null) {
            codes.add(well.code());
        } else if (!last.content().equals(well.content())) {
            before.put(well.code(), last);
        }
        return well;
    }

    private String newCode() {
        return "%s%08d".formatted(prefix, codes.size() + random.nextInt(3) * 10_000_000);
    }

    private Well add() {
        return add("%s%08d".formatted(prefix, codes.size()));
    }

    private Well add(String code) {
        step++;
        String level = "%d.%02d".formatted(random.nextInt(9000), random.nextInt(100));
        String outline = isSurveyed
                ? "{\"type\":\"Point\",\"coordinates\":[%d.%06d,%d.%06d]}"
                        .formatted(100 + random.nextInt(10), random.nextInt(1_000_000), 25 + random.nextInt(10), step)
                : null;
        return new Well(code, "第" + step + "号监测井（" + code + "）", level, step, outline, false);
    }
}
