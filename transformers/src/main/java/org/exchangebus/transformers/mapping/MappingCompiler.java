package org.exchangebus.transformers.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.exchangebus.schemas.catalogue.Item;
import org.exchangebus.schemas.catalogue.ItemType;
import org.exchangebus.schemas.catalogue.Obligation;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.transformers.function.Canonical;
import org.exchangebus.transformers.function.Complaints;
import org.exchangebus.transformers.function.Kind;
import org.exchangebus.transformers.function.Words;
import org.exchangebus.transformers.problem.MappingProblem;
import org.exchangebus.transformers.problem.Nearest;
import org.exchangebus.transformers.problem.Place;
import org.jspecify.annotations.Nullable;

/** Compiles mappings against the catalogue; everything wrong with one is reported together. */
final class MappingCompiler {

    private final Map<String, Resource> resources;

    MappingCompiler(Collection<Resource> resources) {
        this.resources = resources.stream().collect(Collectors.toMap(Resource::name, Function.identity()));
    }

    /**
     * Compiles one mapping.
     *
     * @param name {@code <system>/<mapping>}
     * @param file how its file is called in messages
     * @param files those that stand beside it
     * @param fields the fields of the source, in the order of its cells
     * @param findings where everything wrong is added
     * @return null where something is wrong
     */
    @Nullable
    Mapping compile(
            String name, String file, String text, FilesBeside files, List<String> fields, List<Finding> findings) {
        int before = findings.size();
        Complaints complaints =
                (place, problem, arguments) -> findings.add(Finding.of(place.text(), problem, arguments));
        MappingFile mapping = new MappingReader(file, files, complaints).read(text);
        if (mapping == null || mapping.resource() == null) {
            return null;
        }
        Resource resource = resources.get(mapping.resource());
        if (resource == null) {
            complaints.add(
                    mapping.resourcePlace(),
                    MappingProblem.UNKNOWN_RESOURCE,
                    Nearest.arguments(mapping.resource(), resources.keySet()));
            return null;
        }
        Plan plan = new Compilation(mapping, resource, fields, complaints, new Watched(null)).plan();
        Complaints none = (place, problem, arguments) -> {
            throw new IllegalStateException(place.text() + " " + problem);
        };
        Mapping.Planner again = watch -> new Compilation(mapping, resource, fields, none, new Watched(watch)).plan();
        return findings.size() > before ? null : new Mapping(name, mapping, plan, ResourceCheck.of(resource), again);
    }

    /** One mapping on its way. */
    private final class Compilation {

        private final MappingFile mapping;
        private final Resource resource;
        private final List<String> fields;
        private final Complaints complaints;
        private final Watched watched;
        private final ChainCompiler chains;
        private final Node[] nodes;
        private final Map<Integer, Set<String>> fieldsOf = new HashMap<>();

        Compilation(
                MappingFile mapping, Resource resource, List<String> fields, Complaints complaints, Watched watched) {
            this.mapping = mapping;
            this.resource = resource;
            this.fields = fields;
            this.complaints = complaints;
            this.watched = watched;
            chains = new ChainCompiler(fields, mapping.tables(), complaints, watched);
            nodes = new Node[resource.items().size()];
        }

        Plan plan() {
            for (MappingFile.ItemText item : mapping.items()) {
                compile(item);
            }
            List<Plan.Rule> leaveOut = rules(Spot.Kind.LEAVE_OUT, mapping.leaveOut());
            List<Plan.Rule> delete = rules(Spot.Kind.DELETE, mapping.delete());
            requireItems();
            requireFields();
            boolean[] waived = new boolean[nodes.length];
            mapping.waived().keySet().stream()
                    .mapToInt(resource::position)
                    .filter(position -> position >= 0)
                    .forEach(position -> waived[position] = true);
            return new Plan(resource, List.copyOf(fields), nodes, waived, sharing(), leaveOut, delete);
        }

        /** The items that are made of a field of which a personal item is made, too. */
        private boolean[] sharing() {
            Set<String> personal = new HashSet<>();
            fieldsOf.forEach((position, own) -> {
                if (resource.items().get(position).isSensitive()) {
                    personal.addAll(own);
                }
            });
            boolean[] sharing = new boolean[nodes.length];
            fieldsOf.forEach((position, own) -> sharing[position] = !Collections.disjoint(own, personal));
            return sharing;
        }

        private void compile(MappingFile.ItemText text) {
            int position = resource.position(text.item());
            Chain value = text.value();
            Set<String> own = new HashSet<>();
            Typed typed = value == null
                    ? null
                    : chains.apart(own, () -> watched.item(text, value, () -> chains.compile(value)));
            if (position < 0) {
                complaints.add(text.place(), MappingProblem.UNKNOWN_ITEM, unknownItem(text.item()));
                return;
            }
            // What is wrong with the value is told; the item is not missing on top of that.
            nodes[position] = typed == null ? work -> true : typed.node();
            fieldsOf.put(position, own);
            if (typed != null && value != null) {
                requireFit(resource.items().get(position), typed, value);
            }
        }

        private void requireFit(Item item, Typed typed, Chain chain) {
            Kind wanted = kind(item.type());
            if ((wanted == Kind.STRUCTURE) != (typed.kind() == Kind.STRUCTURE)) {
                complaints.add(
                        chain.place(),
                        MappingProblem.NOT_A_STRUCTURE,
                        item.name(),
                        typed.kind().word(),
                        typed.kind().word(Locale.CHINESE));
                return;
            }
            if (chain.source() instanceof Chain.Structure structure) {
                new ShapeFit(complaints).require(item, structure);
            }
            if (typed.kind() != Kind.SAME && typed.kind() != wanted && wanted != Kind.TEXT) {
                Kind given = typed.kind();
                mismatch(item, wanted, chain.place(), new Words(given.word(), given.word(Locale.CHINESE)));
            }
            for (Chain.Constant constant : typed.constants()) {
                if (!Canonical.is(wanted, constant.text())) {
                    mismatch(item, wanted, constant.place(), Words.same("'" + constant.text() + "'"));
                }
                if (item.codeTable() != null
                        && !CodeTable.bundled(item.codeTable()).holds(constant.text())) {
                    complaints.add(
                            constant.place(), MappingProblem.NOT_IN_CODE_TABLE, constant.text(), item.codeTable());
                }
            }
            if (typed.codeTable() != null
                    && item.codeTable() != null
                    && !typed.codeTable().equals(item.codeTable())) {
                complaints.add(
                        chain.place(),
                        MappingProblem.OTHER_CODE_TABLE,
                        item.name(),
                        item.codeTable(),
                        typed.codeTable());
            }
        }

        private void mismatch(Item item, Kind wanted, Place place, Words given) {
            complaints.add(
                    place,
                    MappingProblem.ITEM_MISMATCH,
                    item.name(),
                    item.type().name().toLowerCase(Locale.ROOT),
                    given.english(),
                    wanted.word(),
                    given.chinese());
        }

        private List<Plan.Rule> rules(Spot.Kind kind, List<MappingFile.Rule> rules) {
            List<Plan.Rule> compiled = new ArrayList<>();
            for (MappingFile.Rule rule : rules) {
                Guard guard = watched.rule(kind, rule, () -> chains.compile(rule.when()));
                if (guard != null) {
                    compiled.add(new Plan.Rule(guard, rule.when().field()));
                }
            }
            return compiled;
        }

        private void requireItems() {
            mapping.waived().forEach((item, reason) -> {
                Place place = reason.place();
                int position = resource.position(item);
                if (position < 0) {
                    complaints.add(place, MappingProblem.UNKNOWN_ITEM, unknownItem(item));
                } else if (resource.key().contains(item)) {
                    complaints.add(place, MappingProblem.KEY_WAIVED, item, resource.name());
                } else if (nodes[position] != null) {
                    complaints.add(place, MappingProblem.WAIVED_BUT_SET, item);
                }
            });
            for (int i = 0; i < nodes.length; i++) {
                Item item = resource.items().get(i);
                boolean isNeeded = item.obligation() == Obligation.MANDATORY
                        || resource.key().contains(item.name());
                if (isNeeded && nodes[i] == null && !mapping.waived().containsKey(item.name())) {
                    complaints.add(mapping.place(), MappingProblem.MISSING_ITEM, item.name(), resource.name());
                }
            }
        }

        private void requireFields() {
            mapping.ignored().forEach((field, reason) -> {
                Place place = reason.place();
                if (!fields.contains(field)) {
                    complaints.add(place, MappingProblem.UNKNOWN_FIELD, Nearest.arguments(field, fields));
                } else if (chains.used().contains(field)) {
                    complaints.add(place, MappingProblem.IGNORED_BUT_USED, field);
                }
            });
            if (mapping.items().stream().anyMatch(item -> item.value() == null)) {
                // What could not be read may use the field.
                return;
            }
            for (String field : fields) {
                if (!chains.used().contains(field) && !mapping.ignored().containsKey(field)) {
                    complaints.add(mapping.place(), MappingProblem.UNUSED_FIELD, field);
                }
            }
        }

        private String[] unknownItem(String item) {
            List<String> known = resource.items().stream().map(Item::name).toList();
            String[] near = Nearest.arguments(item, known);
            String meant = resource.items().stream()
                    .filter(one -> item.equalsIgnoreCase(one.shortName()) || item.equals(one.title()))
                    .map(Item::name)
                    .findFirst()
                    .orElse(near[1]);
            return new String[] {item, meant, near[2], resource.name()};
        }
    }

    private static Kind kind(ItemType type) {
        return switch (type) {
            case TEXT, MEMO, GEOMETRY -> Kind.TEXT;
            case STRUCTURE -> Kind.STRUCTURE;
            case DECIMAL, MONEY, INTEGER -> Kind.NUMBER;
            case DATE -> Kind.DATE;
            case DATETIME -> Kind.DATE_TIME;
            case BOOLEAN -> Kind.BOOLEAN;
        };
    }
}
