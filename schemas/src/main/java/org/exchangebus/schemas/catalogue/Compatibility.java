package org.exchangebus.schemas.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangebus.schemas.codetable.Code;
import org.exchangebus.schemas.codetable.CodeTable;

/** Tells what changes between two versions of a resource or a code table, what breaks by it, and for whom. */
public final class Compatibility {

    private Compatibility() {}

    /** Every change, the worst first; empty where nothing but the list of versions differs. */
    public static List<Change> between(Resource older, Resource newer) {
        Changes changes = new Changes(newer.name());
        new MetadataComparison(older, newer, changes).compare();
        new ItemComparison(older, newer, changes).compare();
        compareRules(older, newer, changes);
        List<Change> all = changes.all();
        if (!all.isEmpty()) {
            compareVersions(older.metadata().version(), newer.metadata().version(), changes);
        }
        return worstFirst(changes.all());
    }

    /** Every change, the worst first. */
    public static List<Change> between(CodeTable older, CodeTable newer) {
        Changes changes = new Changes(newer.name());
        String name = newer.name();
        Set<String> before = older.labels().keySet();
        Set<String> now = newer.labels().keySet();
        String removed =
                codes(before.stream().filter(code -> !newer.holds(code)).toList());
        String added = codes(now.stream().filter(code -> !older.holds(code)).toList());
        changes.when(!removed.isEmpty(), ChangeKind.CODES_REMOVED, name, removed, "");
        changes.when(!added.isEmpty(), ChangeKind.CODES_ADDED, name, "", added);
        String retired = codes(newer.codes().stream()
                .filter(Code::isRetired)
                .map(Code::code)
                .filter(code ->
                        older.listed(code).filter(was -> !was.isRetired()).isPresent())
                .toList());
        changes.when(!retired.isEmpty(), ChangeKind.CODES_RETIRED, name, "", retired);
        List<String> renamed = before.stream()
                .filter(now::contains)
                .filter(code -> !older.labels().get(code).equals(newer.labels().get(code)))
                .toList();
        changes.when(
                !renamed.isEmpty(), ChangeKind.CODES_RENAMED, name, labels(older, renamed), labels(newer, renamed));
        compareWords(older, newer, changes);
        changes.when(older.isOpen() && !newer.isOpen(), ChangeKind.CODE_TABLE_CLOSED, name, "", "");
        changes.when(!older.isOpen() && newer.isOpen(), ChangeKind.CODE_TABLE_OPENED, name, "", "");
        return worstFirst(changes.all());
    }

    /** The labels and aliases of codes that stay: legacy data are translated by them. */
    private static void compareWords(CodeTable older, CodeTable newer, Changes changes) {
        List<String> gone = new ArrayList<>();
        List<String> was = new ArrayList<>();
        List<String> is = new ArrayList<>();
        for (Code code : older.codes()) {
            List<String> words = new ArrayList<>(code.aliases());
            words.add(code.label());
            for (String word : words) {
                String before = older.code(word).orElse("");
                String now = newer.code(word).orElse("");
                if (now.isEmpty() && newer.holds(before)) {
                    gone.add(word);
                } else if (!now.isEmpty() && !before.isEmpty() && !now.equals(before)) {
                    was.add(word + " " + before);
                    is.add(word + " " + now);
                }
            }
        }
        changes.when(!gone.isEmpty(), ChangeKind.WORDS_REMOVED, newer.name(), codes(gone), "");
        changes.when(!is.isEmpty(), ChangeKind.WORDS_MOVED, newer.name(), codes(was), codes(is));
    }

    /** The worst severity among changes; harmless where there is none. */
    public static Severity worst(List<Change> changes) {
        return changes.stream()
                .map(Change::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.HARMLESS);
    }

    private static void compareRules(Resource older, Resource newer, Changes changes) {
        Map<String, String> before = reasons(older);
        Map<String, String> now = reasons(newer);
        before.forEach((rule, because) -> {
            changes.when(!now.containsKey(rule), ChangeKind.RULE_REMOVED, newer.name(), rule, "");
            boolean isReworded = now.containsKey(rule) && !because.equals(now.get(rule));
            changes.when(isReworded, ChangeKind.TEXT_CHANGED, rule, because, now.getOrDefault(rule, ""));
        });
        now.keySet().stream()
                .filter(rule -> !before.containsKey(rule))
                .forEach(rule -> changes.add(ChangeKind.RULE_ADDED, newer.name(), "", rule));
    }

    private static Map<String, String> reasons(Resource resource) {
        Map<String, String> reasons = new LinkedHashMap<>();
        resource.rules().forEach(rule -> reasons.put(rule.statement(), rule.because()));
        return reasons;
    }

    private static void compareVersions(Metadata.Version older, Metadata.Version newer, Changes changes) {
        boolean breaks = worst(changes.all()) == Severity.BREAKING;
        String needed = breaks ? older.major() + 1 + ".0" : older.major() + "." + (older.minor() + 1);
        boolean isRaised = breaks ? newer.major() > older.major() : newer.compareTo(older) > 0;
        changes.when(!isRaised, ChangeKind.VERSION_NOT_RAISED, "version", newer.number(), needed);
    }

    private static List<Change> worstFirst(List<Change> changes) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparing(Change::severity).reversed());
        return List.copyOf(sorted);
    }

    private static String codes(List<String> codes) {
        return String.join(", ", codes);
    }

    private static String labels(CodeTable table, List<String> codes) {
        return codes.stream().map(code -> code + " " + table.labels().get(code)).collect(Collectors.joining(", "));
    }
}
