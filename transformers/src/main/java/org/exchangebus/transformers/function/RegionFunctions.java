package org.exchangebus.transformers.function;

import static org.exchangebus.transformers.function.Parameter.required;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.transformers.problem.ValueProblem;
import org.exchangebus.transformers.value.Slices;
import org.exchangebus.transformers.value.Value;
import org.jspecify.annotations.Nullable;

/** Codes of regions (GB/T 2260): generalised, and as names before an address. */
final class RegionFunctions {

    private static final int LENGTH = 6;
    private static final byte BETWEEN = '\n';

    static final List<Function> ALL = List.of(
            Definition.ofText("region-level")
                    .says(
                            "Generalises a region code of six digits (GB/T 2260) to the code of its province or city.",
                            "把六位行政区划代码(GB/T 2260)泛化为所属省或地市的代码。")
                    .with(required("level", Parameter.Form.TEXT, "province or city", " province(省)或 city(地市)"))
                    .idempotent()
                    .example("region-level(province)", "440304", "440000")
                    .example("region-level(city)", "440304", "440300")
                    .rejects("region-level(city)", "4403")
                    .makes(RegionFunctions::level),
            Definition.ofText("region-address")
                    .says(
                            "Puts province, city and county for the region code (table region) in front of an address, or"
                                    + " of nothing; names with which the address begins are not said twice. Write"
                                    + " join(CODE, ADDRESS) before it. A code that is not in the table is rejected.",
                            "把地址前的行政区划代码(代码表 region)换成省、市、县名称,代码后可无地址;地址已写明的名称不重复。" + "之前写 join(代码, 地址)。表中没有的代码退回。")
                    .example("region-address", "440304莲花路1号", "广东省深圳市福田区莲花路1号")
                    .example("region-address", "440304福田区莲花路1号", "广东省深圳市福田区莲花路1号")
                    .example("region-address", "110105", "北京市朝阳区")
                    .rejects("region-address", "莲花路1号")
                    .makes(arguments -> {
                        Slices regions = names();
                        return value -> address(value, regions);
                    }));

    private RegionFunctions() {}

    private static @Nullable Step level(Arguments arguments) {
        String level = arguments.required("level");
        if (!level.equals("province") && !level.equals("city")) {
            arguments.refuse("level", level);
            return null;
        }
        int kept = level.equals("province") ? 2 : 4;
        return value -> {
            byte[] bytes = value.array();
            if (value.length() != LENGTH || !beginsWithCode(value)) {
                return ValueProblem.NOT_A_REGION;
            }
            byte[] room = value.room(LENGTH);
            int to = value.roomAt();
            System.arraycopy(bytes, value.start(), room, to, kept);
            Arrays.fill(room, to + kept, to + LENGTH, (byte) '0');
            value.keep(LENGTH);
            return null;
        };
    }

    private static boolean beginsWithCode(Value value) {
        int end = value.start() + LENGTH;
        for (int at = value.start(); at < end; at++) {
            if (at >= value.end() || value.array()[at] < '0' || value.array()[at] > '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Problem address(Value value, Slices regions) {
        byte[] bytes = value.array();
        byte[] names = beginsWithCode(value) ? regions.get(bytes, value.start(), value.start() + LENGTH) : null;
        if (names == null) {
            return ValueProblem.NOT_A_REGION;
        }
        byte[] room = value.room(names.length + value.length());
        int to = value.roomAt();
        int rest = value.start() + LENGTH;
        for (int from = 0; from < names.length; ) {
            int next = from;
            while (next < names.length && names[next] != BETWEEN) {
                next++;
            }
            int beyond = rest + next - from;
            boolean isSaid = beyond <= value.end() && Arrays.equals(bytes, rest, beyond, names, from, next);
            rest = isSaid ? beyond : rest;
            System.arraycopy(names, from, room, to, next - from);
            to += next - from;
            from = next + 1;
        }
        System.arraycopy(bytes, rest, room, to, value.end() - rest);
        value.keep(to + value.end() - rest - value.roomAt());
        return null;
    }

    /** From the code of each region to the names of its province, its city and its own, where they differ. */
    private static Slices names() {
        Map<String, String> labels = CodeTable.bundled("region").labels();
        Map<String, String> names = new HashMap<>();
        labels.forEach((code, label) -> {
            StringBuilder parts = new StringBuilder();
            int told = 0;
            for (String above : List.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00", code)) {
                String name = labels.getOrDefault(above, "");
                if (name.length() > told && label.startsWith(name)) {
                    parts.append(told == 0 ? "" : "\n").append(name, told, name.length());
                    told = name.length();
                }
            }
            names.put(code, parts.toString());
        });
        return new Slices(names);
    }
}
