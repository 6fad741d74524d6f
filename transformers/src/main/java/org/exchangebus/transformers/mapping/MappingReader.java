package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.exchangebus.schemas.document.YamlFault;
import org.exchangebus.schemas.document.YamlText;
import org.exchangebus.schemas.problem.YamlProblem;
import org.exchangebus.transformers.function.Call;
import org.exchangebus.transformers.function.Complaints;
import org.exchangebus.transformers.mapping.MappingFile.ItemText;
import org.exchangebus.transformers.mapping.MappingFile.Reason;
import org.exchangebus.transformers.mapping.MappingFile.Rule;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the text of a mapping; everything that makes no sense is told with its place. */
final class MappingReader {

    private static final List<String> KEYS =
            List.of("summary", "resource", "tables", "items", "waive", "ignore", "leave-out", "delete");
    private static final List<String> ITEM_KEYS =
            List.of("from", "choose", "each", "items", "expression", "apply", "note");
    private static final List<String> SOURCE_KEYS = List.of("from", "choose", "each", "items", "expression");
    private static final List<String> OPTION_KEYS = List.of("when", "then", "otherwise");
    private static final List<String> RULE_KEYS = List.of("when", "because");

    private final String file;
    private final FilesBeside files;
    private final Complaints complaints;

    MappingReader(String file, FilesBeside files, Complaints complaints) {
        this.file = file;
        this.files = files;
        this.complaints = complaints;
    }

    /** Reads a mapping; null where it is no YAML. */
    @Nullable
    MappingFile read(String text) {
        Node root;
        try {
            root = YamlText.compose(text, MappingProblem.UNREADABLE);
        } catch (YamlFault e) {
            complaints.add(
                    new Place(file, e.line(), e.column(), false),
                    e.problem(),
                    e.arguments().toArray(String[]::new));
            return null;
        }
        if (!(root instanceof MappingNode)) {
            complaints.add(new Place(file, 1, 1, false), root == null ? YamlProblem.EMPTY : YamlProblem.NOT_A_MAP);
            return null;
        }
        YamlMap map = new YamlMap(file, "", root, complaints);
        map.requireOnly(KEYS);
        String summary = map.required("summary");
        String resource = map.required("resource");
        YamlMap.Entry resourceEntry = map.entry("resource");
        YamlMap.Entry itemsEntry = map.entry("items");
        YamlMap items = map.map("items");
        if (items == null) {
            complaints.add(map.place(), MappingProblem.MISSING_KEY, "items");
        }
        YamlMap tables = map.map("tables");
        return new MappingFile(
                itemsEntry == null ? map.place() : itemsEntry.place(),
                summary == null ? "" : summary,
                resource,
                resourceEntry == null ? map.place() : map.place(resourceEntry.value()),
                tables == null ? Map.of() : new TableReader(files, complaints).read(tables),
                items == null ? List.of() : items(items),
                reasons(map.map("waive")),
                reasons(map.map("ignore")),
                rules(map.maps("leave-out")),
                rules(map.maps("delete")));
    }

    private List<ItemText> items(YamlMap map) {
        List<ItemText> items = new ArrayList<>();
        for (YamlMap.Entry entry : map.entries()) {
            Chain chain;
            if (entry.value() instanceof ScalarNode) {
                chain = chain(map, entry);
            } else {
                chain = inLong(new YamlMap(file, entry.key(), entry.value(), complaints), entry);
            }
            items.add(new ItemText(entry.key(), entry.place(), chain));
        }
        return items;
    }

    private @Nullable Chain inLong(YamlMap map, YamlMap.Entry item) {
        map.requireOnly(ITEM_KEYS);
        YamlMap.Entry note = map.entry("note");
        if (note != null) {
            map.text(note);
        }
        Chain chain = source(map, item);
        if (chain == null) {
            return null;
        }
        List<Call> steps = new ArrayList<>(chain.steps());
        YamlMap.Entry apply = map.entry("apply");
        if (apply != null && apply.value() instanceof SequenceNode list) {
            for (Node node : list.getValue()) {
                steps.addAll(steps(map, new YamlMap.Entry("apply", apply.place(), node)));
            }
        } else if (apply != null) {
            steps.addAll(steps(map, apply));
        }
        return new Chain(chain.source(), steps);
    }

    private @Nullable Chain source(YamlMap map, YamlMap.Entry item) {
        String form = SOURCE_KEYS.stream().filter(key -> map.entry(key) != null).collect(Collectors.joining(" "));
        return switch (form) {
            case "from" -> chain(map, "from");
            case "choose" -> choice(map, Objects.requireNonNull(map.entry("choose")));
            case "items" -> structure(item, null, members(map));
            case "each items" -> structure(item, chain(map, "each"), members(map));
            case "from each" -> {
                Chain value = chain(map, "from");
                List<Chain.Member> alone =
                        value == null ? List.of() : List.of(new Chain.Member("", item.place(), value));
                yield structure(item, chain(map, "each"), alone);
            }
            case "expression" -> {
                String text = map.required("expression");
                Place place = map.place(
                        Objects.requireNonNull(map.entry("expression")).value());
                yield text == null ? null : new Chain(new Chain.Expression(text, place), List.of());
            }
            default -> {
                complaints.add(item.place(), MappingProblem.ITEM_FORM, item.key(), form.replace(" ", ", "));
                yield null;
            }
        };
    }

    private static @Nullable Chain structure(YamlMap.Entry item, @Nullable Chain each, List<Chain.Member> members) {
        return members.isEmpty() ? null : new Chain(new Chain.Structure(each, members, item.place()), List.of());
    }

    /** The nested items; none where one could not be read. */
    private List<Chain.Member> members(YamlMap map) {
        List<Chain.Member> members = new ArrayList<>();
        YamlMap nested = Objects.requireNonNull(map.map("items"));
        List<ItemText> items = items(nested);
        if (items.isEmpty()) {
            complaints.add(nested.place(), MappingProblem.MISSING_KEY, "items");
        }
        for (ItemText item : items) {
            if (item.value() == null) {
                return List.of();
            }
            members.add(new Chain.Member(item.item(), item.place(), item.value()));
        }
        return members;
    }

    private @Nullable Chain chain(YamlMap map, String key) {
        return chain(map, Objects.requireNonNull(map.entry(key)));
    }

    private @Nullable Chain choice(YamlMap item, YamlMap.Entry choose) {
        List<YamlMap> maps = item.maps("choose");
        List<Chain.Option> options = new ArrayList<>();
        Chain otherwise = null;
        for (int i = 0; i < maps.size(); i++) {
            YamlMap map = maps.get(i);
            map.requireOnly(OPTION_KEYS);
            YamlMap.Entry last = map.entry("otherwise");
            if ((last != null) != (i == maps.size() - 1)
                    || last != null && map.entries().size() > 1) {
                complaints.add(map.place(), MappingProblem.UNREACHABLE_CHOICE);
            } else if (last != null) {
                otherwise = chain(map, last);
            } else {
                Condition when = condition(map);
                String then = map.required("then");
                Chain value = then == null ? null : chain(map, Objects.requireNonNull(map.entry("then")));
                if (when != null && value != null) {
                    options.add(new Chain.Option(when, value));
                }
            }
        }
        if (maps.isEmpty()) {
            complaints.add(choose.place(), MappingProblem.UNREACHABLE_CHOICE);
        }
        return otherwise == null ? null : new Chain(new Chain.Choose(options, otherwise, choose.place()), List.of());
    }

    private List<Rule> rules(List<YamlMap> maps) {
        List<Rule> rules = new ArrayList<>();
        for (YamlMap map : maps) {
            map.requireOnly(RULE_KEYS);
            String because = map.required("because");
            Condition when = condition(map);
            if (when != null) {
                rules.add(new Rule(when, because == null ? "" : because, map.place()));
            }
        }
        return rules;
    }

    private Map<String, Reason> reasons(@Nullable YamlMap map) {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        if (map != null) {
            for (YamlMap.Entry entry : map.entries()) {
                String text = map.text(entry);
                reasons.put(entry.key(), new Reason(text == null ? "" : text, entry.place()));
            }
        }
        return reasons;
    }

    private @Nullable Chain chain(YamlMap map, YamlMap.Entry entry) {
        String text = map.text(entry);
        Place place = map.place(entry.value());
        try {
            return text == null ? null : Parser.value(text, place);
        } catch (SyntaxException e) {
            return tell(place, e);
        }
    }

    private List<Call> steps(YamlMap map, YamlMap.Entry entry) {
        String text = map.text(entry);
        Place place = map.place(entry.value());
        try {
            return text == null ? List.of() : Parser.steps(text, place);
        } catch (SyntaxException e) {
            tell(place, e);
            return List.of();
        }
    }

    private @Nullable Condition condition(YamlMap map) {
        String text = map.required("when");
        if (text == null) {
            return null;
        }
        Place place = map.place(Objects.requireNonNull(map.entry("when")).value());
        try {
            return Parser.condition(text, place);
        } catch (SyntaxException e) {
            return tell(place, e);
        }
    }

    private <T> @Nullable T tell(Place place, SyntaxException e) {
        complaints.add(place.plus(e.offset()), MappingProblem.SYNTAX, e.arguments());
        return null;
    }
}
