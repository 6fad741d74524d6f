package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.exchangebus.schemas.codetable.CodeTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompatibilityTest {

    @TempDir
    Path folder;

    private static final String WARD = """
            name: ward
            title: 样例病区
            code: 201001/1
            classification: {class: theme, category: 健康保障}
            secrecy: unclassified
            provider: {name: 样例委员会, code: 11100000000013338W}
            summary: A ward of a test.
            format: {kind: database, types: [oracle]}
            sharing: {type: conditional, condition: 样例, method: file}
            openness: {open: true, condition: 样例}
            update-cycle: weekly
            published: 2026-01-01
            versions: [{number: "1.0", date: 2026-01-01, what: First edition.}]
            related: []
            key: [number]
            items:
              - {name: number, title: 编号, short-name: BH, type: text, length: 10, obligation: mandatory, summary: Number.}
              - {name: holder, title: 负责人, type: text, length: 18, obligation: optional, identifier: citizen-number, masking: identity-number, summary: Who leads it.}
              - {name: sex, title: 性别, type: text, length: 1, obligation: optional, code-table: sex, summary: Sex.}
              - {name: note, title: 备注, type: text, length: 20, obligation: conditional, text-form: {width: half}, summary: Note.}
              - {name: fee, title: 费用, type: decimal, precision: 8, scale: 2, obligation: optional, summary: Fee.}
              - {name: opened, title: 开设日期, type: date, obligation: optional, summary: Day of opening.}
              - {name: closed, title: 关闭日期, type: date, obligation: optional, summary: Day of closing.}
            rules:
              - required-when: {item: note, when: sex, one-of: ["9"], because: A test wants it.}
            """;

    private static final String MORE =
            "rules:\n  - not-before: {item: closed, other: opened, because: A test wants it.}\n";

    private List<Change> provoke(ChangeKind kind) {
        return switch (kind) {
            case RESOURCE_RENAMED -> changed("name: ward", "name: room");
            case KEY_CHANGED -> changed("key: [number]", "key: [number, number]");
            case SECRECY_CHANGED -> changed("secrecy: unclassified", "secrecy: classified");
            case SHARING_TIGHTENED -> changed("type: conditional", "type: withheld");
            case SHARING_RELAXED -> changed("type: conditional", "type: unconditional");
            case SHARING_TERMS_CHANGED -> changed("condition: 样例, method", "condition: 其他, method");
            case SHARING_METHOD_CHANGED -> changed("method: file", "method: database");
            case CLOSED_TO_PUBLIC -> changed("open: true", "open: false");
            case OPENED_TO_PUBLIC -> between(with("open: true", "open: false"), WARD);
            case OPENNESS_TERMS_CHANGED -> changed("open: true, condition: 样例", "open: true, condition: 其他");
            case RESOURCE_CODE_CHANGED -> changed("code: 201001/1", "code: 201001/2");
            case CLASSIFICATION_CHANGED -> changed("category: 健康保障", "category: 社会保障");
            case PROVIDER_CHANGED -> changed("name: 样例委员会", "name: 样例局");
            case FORMAT_CHANGED -> changed("types: [oracle]", "types: [Dm]");
            case UPDATED_LESS_OFTEN -> changed("cycle: weekly", "cycle: monthly");
            case UPDATED_MORE_OFTEN -> changed("cycle: weekly", "cycle: daily");
            case RELATED_CHANGED -> changed("related: []", "external: [201001/9]");
            case TEXT_CHANGED -> changed("title: 样例病区", "title: 样例病房");
            case VERSION_NOT_RAISED -> changed("length: 20", "length: 30");
            case ITEM_REMOVED -> changed(line("closed"), "");
            case ITEM_ADDED_MANDATORY -> changed("rules:", item("beds", "mandatory") + "rules:");
            case ITEM_ADDED_OPTIONAL -> changed("rules:", item("beds", "optional") + "rules:");
            case ITEMS_MOVED -> changed(line("fee") + line("opened"), line("opened") + line("fee"));
            case TYPE_CHANGED ->
                changed(
                        "type: date, obligation: optional, summary: Day of closing",
                        "type: datetime, obligation: optional, summary: Day of closing");
            case LENGTH_SHRUNK -> changed("length: 20", "length: 10");
            case LENGTH_WIDENED -> changed("length: 20", "length: 30");
            case DIGITS_SHRUNK -> changed("precision: 8", "precision: 7");
            case DIGITS_WIDENED -> changed("precision: 8", "precision: 9");
            case OBLIGATION_TIGHTENED -> changed("obligation: conditional", "obligation: mandatory");
            case OBLIGATION_CONDITIONAL ->
                changed(
                        "precision: 8, scale: 2, obligation: optional",
                        "precision: 8, scale: 2, obligation: conditional");
            case OBLIGATION_RELAXED -> changed("obligation: conditional", "obligation: optional");
            case CODE_TABLE_CHANGED -> changed("code-table: sex", "code-table: marital-status");
            case CODE_TABLE_SET -> between(with("code-table: sex, ", ""), WARD);
            case CODE_TABLE_DROPPED -> changed("code-table: sex, ", "");
            case RETIRED_CODES_TAKEN -> changed("code-table: sex", "code-table: sex, retired-codes: true");
            case RETIRED_CODES_REFUSED ->
                between(with("code-table: sex", "code-table: sex, retired-codes: true"), WARD);
            case IDENTIFIER_CHANGED -> changed("identifier: citizen-number", "identifier: credit-code");
            case IDENTIFIER_DROPPED -> changed("identifier: citizen-number, ", "");
            case TEXT_FORM_TIGHTENED -> changed("{width: half}", "{width: half, normal-form: NFC}");
            case TEXT_FORM_RELAXED -> changed("{width: half}", "{width: half-letters-and-digits}");
            case MASKING_CHANGED -> changed("masking: identity-number, ", "");
            case SHORT_NAME_CHANGED -> changed("short-name: BH", "short-name: HM");
            case SHAPE_CHANGED ->
                between(
                        with(
                                "rules:\n",
                                structure("{name: a, title: 甲, type: text, obligation: optional, summary: A.}")),
                        with(
                                "rules:\n",
                                structure("{name: b, title: 乙, type: text, obligation: optional, summary: B.}")));
            case RULE_ADDED -> changed("rules:\n", MORE);
            case RULE_REMOVED -> between(with("rules:\n", MORE), WARD);
            case CODES_ADDED -> betweenTables("{code: a, label: 甲}", "{code: a, label: 甲}, {code: b, label: 乙}");
            case CODES_REMOVED -> betweenTables("{code: a, label: 甲}, {code: b, label: 乙}", "{code: a, label: 甲}");
            case CODES_RENAMED -> betweenTables("{code: a, label: 甲}", "{code: a, label: 乙}");
            case WORDS_REMOVED -> betweenTables("{code: a, label: 甲, aliases: [子]}", "{code: a, label: 甲}");
            case WORDS_MOVED ->
                betweenTables(
                        "{code: a, label: 甲, aliases: [子]}, {code: b, label: 乙}",
                        "{code: a, label: 甲}, {code: b, label: 乙, aliases: [子]}");
            case CODES_RETIRED -> betweenTables("{code: a, label: 甲}", "{code: a, label: 甲, valid-until: 2020-12-31}");
            case CODE_TABLE_CLOSED -> betweenTables("{code: a}], open: true, prefixes: [x", "{code: a}], prefixes: [x");
            case CODE_TABLE_OPENED -> betweenTables("{code: a}], prefixes: [x", "{code: a}], open: true, prefixes: [x");
        };
    }

    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    void isProvokedAndFillsItsTextsInBothLanguages(ChangeKind kind) {
        List<Change> found =
                provoke(kind).stream().filter(change -> change.kind() == kind).toList();

        assertThat(found).hasSize(1);
        Change change = found.get(0);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(change.text(locale)).isNotBlank().doesNotContainPattern("\\{\\d}|'',|“”");
            assertThat(change.effects())
                    .extracting(effect -> change.text(effect, locale))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern("\\{\\d}|:\\s*$"));
        }
        assertThat(change.effects()).extracting(Effect::party).doesNotHaveDuplicates();
        assertThat(change.text(Locale.CHINESE)).isNotEqualTo(change.text(Locale.ENGLISH));
    }

    @Test
    void usesEveryEffect() {
        Set<Effect> used = Arrays.stream(ChangeKind.values())
                .flatMap(kind -> provoke(kind).stream())
                .flatMap(change -> change.effects().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Effect.class)));

        assertThat(used).containsExactly(Effect.values());
    }

    @Test
    void findsNothingBetweenAResourceAndItself() {
        assertThat(Catalogue.bundled().resources()).isNotEmpty().allSatisfy(same -> assertThat(
                        Compatibility.between(same, same))
                .isEmpty());
        assertThat(CodeTable.names()).isNotEmpty().allSatisfy(name -> assertThat(
                        Compatibility.between(CodeTable.bundled(name), CodeTable.bundled(name)))
                .isEmpty());
    }

    @Test
    void saysForWhomAnItemThatGoesBreaksSomething() {
        Change change = one(ChangeKind.ITEM_REMOVED);

        assertThat(change.where()).isEqualTo("ward/closed");
        assertThat(change.effects())
                .containsExactly(Effect.MAPPING_KNOWS_IT_NO_MORE, Effect.COLUMN_STAYS, Effect.VALUE_COMES_NO_MORE);
        assertThat(change.severity()).isEqualTo(Severity.BREAKING);
    }

    @Test
    void givesTheStatementThatMendsTheRegistry() {
        assertThat(one(ChangeKind.ITEM_ADDED_OPTIONAL).arguments().get(3))
                .isEqualTo("ALTER TABLE registry.\"ward\" ADD COLUMN \"beds\" bigint;");
        Change widened = one(ChangeKind.LENGTH_WIDENED);
        assertThat(widened.effects()).containsExactly(Effect.VALUE_MAY_BE_LARGER, Effect.COLUMN_IS_TOO_NARROW);
        assertThat(widened.text(Effect.COLUMN_IS_TOO_NARROW, Locale.ENGLISH))
                .endsWith("ALTER TABLE registry.\"ward\" ALTER COLUMN \"note\" TYPE varchar(30)"
                        + " USING \"note\"::text::varchar(30);");
    }

    @Test
    void seesThatACoarserScaleLeavesRoomForMoreWholeDigits() {
        assertThat(changed("scale: 2", "scale: 0"))
                .extracting(Change::kind)
                .containsExactlyInAnyOrder(
                        ChangeKind.DIGITS_SHRUNK, ChangeKind.DIGITS_WIDENED, ChangeKind.VERSION_NOT_RAISED);
    }

    @Test
    void takesALengthThatIsDroppedForWiderAndOneThatIsSetForNarrower() {
        assertThat(changed("length: 20, ", ""))
                .extracting(Change::kind)
                .contains(ChangeKind.LENGTH_WIDENED)
                .doesNotContain(ChangeKind.LENGTH_SHRUNK);
        assertThat(between(with("length: 20, ", ""), WARD))
                .extracting(Change::kind)
                .contains(ChangeKind.LENGTH_SHRUNK);
    }

    @Test
    void leavesTheColumnAloneWhereATypeKeepsIt() {
        Change change = changed("type: text, length: 20", "type: memo, length: 20").stream()
                .filter(found -> found.kind() == ChangeKind.TYPE_CHANGED)
                .findFirst()
                .orElseThrow();

        assertThat(change.effects()).extracting(Effect::party).containsExactly(Party.PROVIDER, Party.SUBSCRIBER);
    }

    @Test
    void tellsAChangedRuleAsOneThatGoesAndOneThatComes() {
        assertThat(changed("one-of: [\"9\"]", "one-of: [\"1\"]"))
                .extracting(change -> change.text(Locale.ENGLISH))
                .contains("Rule 'required-when note, sex [9]' is gone.", "Rule 'required-when note, sex [1]' is new.");
    }

    @Test
    void takesNewWordsForHarmless() {
        List<Change> changes = changed(
                "number: \"1.0\"",
                "number: \"1.1\"",
                "summary: Fee.",
                "summary: Fee in yuan.",
                "A test wants it.",
                "A test needs it.");

        assertThat(changes).extracting(Change::kind).containsExactly(ChangeKind.TEXT_CHANGED, ChangeKind.TEXT_CHANGED);
        assertThat(Compatibility.worst(changes)).isEqualTo(Severity.HARMLESS);
    }

    @Test
    void wantsTheMajorNumberRaisedWhereSomethingBreaks() {
        assertThat(versionAfter("number: \"1.0\"", "number: \"1.1\"", "length: 20", "length: 10"))
                .isEqualTo("The version is '1.1' and has to be '2.0' or higher after such changes.");
        assertThat(versionAfter("number: \"1.0\"", "number: \"2.0\"", "length: 20", "length: 10"))
                .isNull();
        assertThat(versionAfter("number: \"1.0\"", "number: \"1.0\"", "summary: Fee.", "summary: Fees."))
                .isEqualTo("The version is '1.0' and has to be '1.1' or higher after such changes.");
    }

    @Test
    void tellsTheWorstFirst() {
        List<Change> changes = changed("title: 样例病区", "title: 样例病房", "cycle: weekly", "cycle: daily", line("fee"), "");

        assertThat(changes)
                .extracting(Change::severity)
                .isSortedAccordingTo((a, b) -> b.compareTo(a))
                .contains(Severity.values());
    }

    private List<Change> betweenTables(String older, String newer) {
        return Compatibility.between(table("older", older), table("newer", newer));
    }

    private CodeTable table(String edition, String codes) {
        String yaml = "{name: beds, title: 床位, standard: Exchange bus, edition: '2026', summary: A test., codes: ["
                + codes + "]}";
        try {
            Path of = Files.createDirectories(folder.resolve(edition));
            Files.writeString(of.resolve("beds.yaml"), yaml);
            return CodeTable.read(of).get("beds");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Change one(ChangeKind kind) {
        return provoke(kind).stream()
                .filter(change -> change.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static String versionAfter(String... edits) {
        return changed(edits).stream()
                .filter(change -> change.kind() == ChangeKind.VERSION_NOT_RAISED)
                .map(change -> change.text(Locale.ENGLISH))
                .findFirst()
                .orElse(null);
    }

    private static String item(String name, String obligation) {
        return "  - {name: " + name + ", title: 床位, type: integer, obligation: " + obligation + ", summary: Beds.}\n";
    }

    private static String structure(String inner) {
        return "  - {name: beds, title: 床位, type: structure, obligation: optional, summary: Beds., items: [" + inner
                + "]}\nrules:\n";
    }

    private static String line(String item) {
        return WARD.lines()
                        .filter(line -> line.contains("{name: " + item + ","))
                        .findFirst()
                        .orElseThrow()
                + "\n";
    }

    private static List<Change> changed(String... edits) {
        return between(WARD, with(edits));
    }

    private static String with(String... edits) {
        String text = WARD;
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(text).contains(edits[i]);
            text = text.replace(edits[i], edits[i + 1]);
        }
        return text;
    }

    private static List<Change> between(String older, String newer) {
        return Compatibility.between(CatalogueFiles.resource(older), CatalogueFiles.resource(newer));
    }
}
