package org.exchangebus.schemas.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.exchangebus.schemas.catalogue.Examples;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.Rule;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.record.Cells;

/** The example of a resource and what becomes of it when one to three of its items hold something else. */
final class Mutations {

    private static final int RANDOM_RECORDS = 300;
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x",
            "男",
            "0",
            "-0",
            "1",
            "2",
            "9",
            "01",
            "10",
            "1.5",
            "1.50",
            "-1.5",
            "-0.5",
            "0.0",
            ".5",
            "1.",
            "1e3",
            "123456789",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775807",
            "12345678901234567890",
            "99999999999999.99",
            "1999-02-29",
            "2000-02-29",
            "1900-02-29",
            "2026-04-31",
            "0000-01-01",
            "0001-01-01",
            "9999-12-31",
            "20260101",
            "2026-1-1",
            "2026-01-01T24:00:00",
            "2026-01-01T23:59:59",
            "2026-01-01 23:59:59",
            "2026-01-01\n",
            "true",
            "false",
            "TRUE",
            "11010519491231002X",
            "11010519491231002x",
            "440524188001010014",
            "01010519491231002X",
            "11010519490230002X",
            "91110000600037341L",
            "91110000600037341I",
            "91350100M0001TGQXM",
            "600037341",
            "60003734-1",
            "D2143569X",
            "330203000030639",
            "3302030000306",
            "33020300003063",
            "110105",
            "990101",
            "830000",
            "110105 ",
            "其他-",
            "其他-样例",
            "身份证",
            "自然人",
            "法人及非法人组织",
            "a\u0000b",
            "𠮷",
            "{}",
            "{\"type\":\"Point\",\"coordinates\":[116.1,39.9]}");

    private Mutations() {}

    static List<Map<String, String>> of(Resource resource) {
        Map<String, String> example = example(resource);
        List<Map<String, String>> records = new ArrayList<>(List.of(example));
        for (Item item : resource.items()) {
            for (String value : values(resource, item)) {
                records.add(changed(example, item, value));
            }
            records.add(changed(example, item, null));
        }
        Random random = new Random(resource.name().hashCode());
        for (int i = 0; i < RANDOM_RECORDS; i++) {
            Map<String, String> record = example;
            for (int changes = 2 + random.nextInt(2); changes > 0; changes--) {
                Item item = resource.items().get(random.nextInt(resource.items().size()));
                List<String> values = values(resource, item);
                boolean isTakenAway = random.nextInt(8) == 0;
                record = changed(record, item, isTakenAway ? null : values.get(random.nextInt(values.size())));
            }
            records.add(record);
        }
        return records;
    }

    static Cells cells(Resource resource, Map<String, String> record) {
        Cells cells = new Cells(resource.items().size());
        for (int i = 0; i < cells.size(); i++) {
            cells.setText(i, record.get(resource.items().get(i).name()));
        }
        return cells;
    }

    private static Map<String, String> example(Resource resource) {
        Cells cells = Examples.cells(resource);
        Map<String, String> record = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.isNull(i)) {
                record.put(resource.items().get(i).name(), cells.text(i));
            }
        }
        return record;
    }

    private static Map<String, String> changed(Map<String, String> record, Item item, String value) {
        Map<String, String> changed = new LinkedHashMap<>(record);
        changed.put(item.name(), value);
        return changed;
    }

    private static List<String> values(Resource resource, Item item) {
        Set<String> values = new LinkedHashSet<>(VALUES);
        if (item.length() > 0) {
            values.add("长".repeat(item.length()));
            values.add("𠮷".repeat(item.length()));
            values.add("长".repeat(item.length() + 1));
        }
        if (item.precision() > 0) {
            String whole = "9".repeat(item.precision() - item.scale());
            values.add(whole.isEmpty() ? "0" : whole);
            values.add(whole + "9");
            values.add("0." + "0".repeat(item.scale()) + "1");
            values.add("-1." + "1".repeat(Math.max(1, item.scale())));
        }
        if (item.codeTable() != null) {
            CodeTable table = CodeTable.bundled(item.codeTable());
            values.addAll(table.labels().keySet());
            values.addAll(table.labels().values());
        }
        resource.rules().stream()
                .filter(rule -> rule.items().contains(item.name()))
                .forEach(rule -> values.addAll(wakers(rule)));
        return List.copyOf(values);
    }

    private static List<String> wakers(Rule rule) {
        if (rule instanceof Rule.RequiredWhen r) {
            return r.oneOf();
        }
        return rule instanceof Rule.IdentifierWhen r ? r.oneOf() : List.of();
    }
}
