package org.exchangebus.routes.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.exchangebus.schemas.problem.Finding;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

    private static final int LENGTH = 60;
    private static final int MUTATIONS = 10_000;
    private static final long SEED = 20261127;
    private static final List<AuditEntry> CHAIN = Chain.of(LENGTH);
    private static final Head HEAD = Chain.head(CHAIN);

    /** What was done, and what has to be said of it. */
    private record Mutation(String what, List<AuditEntry> entries, List<Head> heads, long from, long to, String codes) {

        static Mutation at(String what, List<AuditEntry> entries, long first, String codes) {
            return new Mutation(what, entries, List.of(), first, first, codes);
        }
    }

    @Test
    void findsNothingInAChainThatNobodyTouched() {
        assertThat(first(CHAIN, List.of(), HEAD)).isNull();
        assertThat(first(List.of(), List.of(), new Head(0, AuditEntry.BEGINNING, HEAD.at())))
                .isNull();
        assertThat(first(CHAIN, List.of(head(CHAIN, 7), head(CHAIN, 7), HEAD), HEAD))
                .isNull();
    }

    @Test
    void namesTheFirstBadEntryOfTenThousandRandomMutations() {
        Random random = new Random(SEED);
        for (int i = 0; i < MUTATIONS; i++) {
            Mutation mutation = mutation(random);

            Finding first = first(mutation.entries(), mutation.heads(), HEAD);

            assertThat(first).as("%s (mutation %d)", mutation.what(), i).isNotNull();
            long number = Long.parseLong(first.where().substring("audit ".length()));
            assertThat(number)
                    .as("%s (mutation %d): %s", mutation.what(), i, first.render(Locale.ENGLISH))
                    .isBetween(mutation.from(), mutation.to());
            assertThat(mutation.codes())
                    .as("%s (mutation %d)", mutation.what(), i)
                    .contains(first.problem().code());
            assertThat(first.render(Locale.CHINESE)).doesNotContain("{");
        }
    }

    private static Mutation mutation(Random random) {
        int i = random.nextInt(LENGTH);
        List<AuditEntry> entries = new ArrayList<>(CHAIN);
        return switch (random.nextInt(11)) {
            case 0, 1 -> changed(entries, i, random);
            case 2 -> hashedAnew(entries, i, random);
            case 3 -> deleted(entries, i);
            case 4 -> deletedAndRenumbered(entries, i);
            case 5 -> putIn(entries, i, random);
            case 6 -> swapped(entries, i, random);
            case 7 -> copied(entries, i, random);
            case 8 -> cutOff(entries, i);
            case 9 -> rewrittenAsAWhole(entries, i, random);
            default -> rewrittenInTheMiddle(entries, i, random);
        };
    }

    private static Mutation changed(List<AuditEntry> entries, int i, Random random) {
        int column = random.nextInt(9);
        entries.set(i, Chain.with(entries.get(i), column, "x" + random.nextInt(1_000_000)));
        return Mutation.at("column " + column + " of entry " + (i + 1), entries, i + 1, "ROUTES-080");
    }

    private static Mutation hashedAnew(List<AuditEntry> entries, int i, Random random) {
        AuditEntry changed = Chain.with(entries.get(i), 2 + random.nextInt(5), "x" + random.nextInt(1_000_000));
        entries.set(i, changed.sealed());
        return Mutation.at("entry " + (i + 1) + " with a hash that fits", entries, i + 1, "ROUTES-085");
    }

    private static Mutation deleted(List<AuditEntry> entries, int i) {
        entries.remove(i);
        String codes = i == LENGTH - 1 ? "ROUTES-084" : "ROUTES-081";
        return Mutation.at("entry " + (i + 1) + " deleted", entries, i + 1, codes);
    }

    private static Mutation deletedAndRenumbered(List<AuditEntry> entries, int i) {
        entries.remove(i);
        for (int j = i; j < entries.size(); j++) {
            entries.set(j, Chain.under(entries.get(j), j + 1));
        }
        String codes = i == LENGTH - 1 ? "ROUTES-084" : "ROUTES-081";
        return Mutation.at("entry " + (i + 1) + " deleted, the rest renumbered", entries, i + 1, codes);
    }

    private static Mutation putIn(List<AuditEntry> entries, int i, Random random) {
        String previous = i == 0 ? AuditEntry.BEGINNING : entries.get(i - 1).hash();
        entries.add(i, Chain.entry(i + 1, previous, "forged " + random.nextInt(1_000_000)));
        if (random.nextBoolean()) {
            for (int j = i + 1; j < entries.size(); j++) {
                entries.set(j, Chain.under(entries.get(j), j + 1));
            }
        }
        return Mutation.at("a forged entry " + (i + 1) + " put in", entries, i + 1, "ROUTES-083");
    }

    private static Mutation swapped(List<AuditEntry> entries, int i, Random random) {
        int j = (i + 1 + random.nextInt(LENGTH - 1)) % LENGTH;
        Collections.swap(entries, i, j);
        return Mutation.at(
                "entries " + (i + 1) + " and " + (j + 1) + " swapped", entries, Math.min(i, j) + 1, "ROUTES-082");
    }

    private static Mutation copied(List<AuditEntry> entries, int i, Random random) {
        int j = i + 1 + random.nextInt(LENGTH - i);
        entries.add(j, entries.get(i));
        return Mutation.at("entry " + (i + 1) + " once more behind " + j, entries, i + 1, "ROUTES-083");
    }

    private static Mutation cutOff(List<AuditEntry> entries, int i) {
        entries.subList(i, LENGTH).clear();
        return Mutation.at("cut off behind " + i, entries, i + 1, "ROUTES-084");
    }

    /** From an entry to the end, and the head with it: only the heads that were exported can tell. */
    private static Mutation rewrittenAsAWhole(List<AuditEntry> entries, int i, Random random) {
        entries.set(i, Chain.with(entries.get(i), 2, "x" + random.nextInt(1_000_000)));
        Chain.relink(entries, i, LENGTH);
        List<Head> heads = new ArrayList<>(List.of(HEAD));
        for (int k = 0; k < random.nextInt(4); k++) {
            heads.add(head(CHAIN, random.nextInt(LENGTH)));
        }
        long firstHead = heads.stream()
                .mapToLong(Head::number)
                .filter(number -> number > i)
                .min()
                .orElseThrow();
        return new Mutation("all from " + (i + 1) + " on anew", entries, heads, firstHead, firstHead, "ROUTES-085");
    }

    private static Mutation rewrittenInTheMiddle(List<AuditEntry> entries, int i, Random random) {
        int end = i + 1 + random.nextInt(LENGTH - i);
        entries.set(i, Chain.with(entries.get(i), 4, "x" + random.nextInt(1_000_000)));
        Chain.relink(entries, i, end);
        return new Mutation("from " + (i + 1) + " to " + end + " anew", entries, List.of(), end, end, "ROUTES-085");
    }

    @Test
    void saysFromWhereOnAChainMayHaveBeenRewritten() {
        List<AuditEntry> entries = new ArrayList<>(CHAIN);
        entries.set(19, Chain.with(entries.get(19), 2, "somebody else"));
        Chain.relink(entries, 19, LENGTH);

        Finding first = first(entries, List.of(head(CHAIN, 9), head(CHAIN, 29), HEAD), Chain.head(entries));

        assertThat(first.problem().code()).isEqualTo("ROUTES-085");
        assertThat(first.arguments().subList(0, 2)).containsExactly("30", "11");
    }

    @Test
    void findsAChainThatWasCutOffTogetherWithItsHeadByAHeadThatWasExported() {
        List<AuditEntry> entries = CHAIN.subList(0, 40);

        Finding first = first(entries, List.of(head(CHAIN, 49)), Chain.head(entries));

        assertThat(first.problem().code()).isEqualTo("ROUTES-084");
        assertThat(first.arguments()).containsExactly("41", "50");
    }

    @Test
    void findsEntriesBehindTheHeadAndAHeadThatIsGone() {
        assertThat(first(CHAIN, List.of(), head(CHAIN, 49)).where()).isEqualTo("audit 51");
        assertThat(first(CHAIN, List.of(), null).problem().code()).isEqualTo("ROUTES-088");
    }

    @Test
    void acceptsActsThatOnlyALaterVersionKnows() {
        AuditEntry entry = Chain.with(Chain.entry(1, AuditEntry.BEGINNING, "x"), 3, "TELEPORT")
                .sealed();

        assertThat(first(List.of(entry), List.of(), Chain.head(List.of(entry)))).isNull();
        assertThat(Set.of(Act.values())).hasSizeGreaterThan(10);
    }

    private static Head head(List<AuditEntry> chain, int index) {
        return Chain.head(chain.subList(0, index + 1));
    }

    private static Finding first(List<AuditEntry> entries, List<Head> heads, Head head) {
        ChainCheck check = new ChainCheck(heads);
        entries.forEach(check::take);
        return check.end(head).orElse(null);
    }
}
