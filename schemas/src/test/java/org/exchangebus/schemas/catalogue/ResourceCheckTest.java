package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.schemas.catalogue.ResourceCheck.Violations;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.identifier.Fault;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.record.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResourceCheckTest {

    private final Told told = new Told();

    static List<String> resources() {
        return Catalogue.bundled().resources().stream().map(Resource::name).toList();
    }

    static List<String> resourcesWithoutGeometry() {
        return Catalogue.bundled().resources().stream()
                .filter(resource -> resource.items().stream().noneMatch(item -> item.type() == ItemType.GEOMETRY))
                .map(Resource::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void acceptsARecordThatIsInOrder(String resource) {
        assertThat(accepts(resource, Map.of())).as(told.lines.toString()).isTrue();
        assertThat(told.lines).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "person, name, , mandatory, MANDATORY_MISSING",
        "person, name, '', mandatory, MANDATORY_MISSING",
        "person, id-number, 11010519491231002x, identifier, ALPHABET",
        "person, id-number, 110105194912310021, identifier, CHECK",
        "person, id-number, 11010519491231002XX, length, TOO_LONG",
        "person, sex, 3, code-table, NOT_IN_CODE_TABLE",
        "person, sex, 男, code-table, NOT_IN_CODE_TABLE",
        "person, sex, 1, sex-agrees-with-identity-number, SEX_DISAGREES",
        "person, ethnicity, 1, code-table, NOT_IN_CODE_TABLE",
        "person, birth-date, 1949-12-30, birth-date-agrees-with-identity-number, BIRTH_DATE_DISAGREES",
        "person, birth-date, 1949-02-29, type, TYPE_BROKEN",
        "person, birth-date, 19491231, type, TYPE_BROKEN",
        "person, birth-date, 0000-01-01, type, TYPE_BROKEN",
        "person, birthplace, 990101, identifier, PROVINCE",
        "person, card-valid-until, 2009-12-31, not-before, BEFORE_OTHER",
        "legal-entity, unified-social-credit-code, 91110000600037341N, identifier, CHECK",
        "legal-entity, organisation-code, D2143569X, organisation-code-is-part-of-credit-code, NOT_PART_OF_CREDIT_CODE",
        "legal-entity, registered-capital, 1.50, type, TYPE_BROKEN",
        "legal-entity, registered-capital, 1.123456789, precision, TOO_MANY_DIGITS",
        "legal-entity, registered-capital, 12345678901234567, precision, TOO_MANY_DIGITS",
        "legal-entity, employee-count, 1.5, type, TYPE_BROKEN",
        "legal-entity, employee-count, 1234567, precision, TOO_MANY_DIGITS",
        "legal-entity, legal-representative-id-number, 123, identifier-when, LENGTH",
        "legal-entity, industry, 12345, length, TOO_LONG",
        "legal-entity, industry, 1, code-table, NOT_IN_CODE_TABLE",
        "administrative-licence, counterpart-credit-code, , required-when, REQUIRED_BY_OTHER",
        "administrative-licence, legal-representative, '', required-when, REQUIRED_BY_OTHER",
        "administrative-licence, licence-kind, 其他-, code-table, NOT_IN_CODE_TABLE",
        "administrative-licence, counterpart-registration-number, 330203000030638, identifier, CHECK",
        "administrative-penalty, fine-amount, , required-when, REQUIRED_BY_OTHER",
        "land-parcel, geometry, '{}', geometry, GEOMETRY_FORM",
        "dishonest-judgment-debtor, unperformed, , required-when, REQUIRED_BY_OTHER",
        "dishonest-judgment-debtor, debtor-number, 440524188001010015, identifier-when, CHECK",
        "dishonest-judgment-debtor, publish-date, 2025-12-31, not-before, BEFORE_OTHER",
        "electronic-licence, state-date, , required-when, REQUIRED_BY_OTHER",
        "electronic-licence, licence-number, \uFF2A1, text-form, FULL_WIDTH",
        "marriage-registration, husband-birth-date, 1880-01-02, birth-date-agrees-with-identity-number, BIRTH_DATE_DISAGREES",
        "marriage-registration, wife-document-number, , required-when, REQUIRED_BY_OTHER",
        "death-registration, closing-date, 2026-01-04, not-before, BEFORE_OTHER",
        "death-registration, certificate-authority, , required-when, REQUIRED_BY_OTHER",
        "social-insurance-contribution, payer-number, 91110000600037341N, identifier-when, CHECK",
        "social-insurance-contribution, personal-amount, 640.505, precision, TOO_MANY_DIGITS",
        "tax-registration, organisation-code, D2143569-X, organisation-code-is-part-of-credit-code, NOT_PART_OF_CREDIT_CODE",
        "tax-registration, deregistration-date, , required-when, REQUIRED_BY_OTHER",
        "organisation-code-mapping, management-code, 330203000030638, identifier-when, CHECK",
        "administrative-division, parent-code, , required-when, REQUIRED_BY_OTHER",
        "administrative-division, division-code, 110106001, division-is-within, NOT_WITHIN_DIVISION",
        "administrative-division, division-code, 110105, division-is-within, NOT_WITHIN_DIVISION",
        "administrative-division, division-code, 110105000, division-is-within, NOT_WITHIN_DIVISION",
        "food-business-licence, operator-credit-code, , required-when, REQUIRED_BY_OTHER",
        "work-safety-incident, reported-at, 2026-01-05T09:29:59, not-before, BEFORE_OTHER",
        "work-safety-incident, cause, , required-when, REQUIRED_BY_OTHER",
        "work-safety-incident, position, '{\"type\":\"Point\",\"coordinates\":[39.9,116.1]}', geometry, GEOMETRY_OUTSIDE",
    })
    void rejectsAndSaysWhichItemAndRule(String resource, String item, String value, String rule, String problem) {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put(item, value);

        assertThat(accepts(resource, changed)).isFalse();
        assertThat(told.lines).containsExactly(item + " " + rule + " " + code(problem));
    }

    @ParameterizedTest
    @CsvSource({
        "110000, 1,",
        "110105, 3, 110000",
        "110105, 3, 110000000000",
        "110105000000, 3, 110000",
        "320106, 3, 320100",
        "320100, 2, 320000",
        "110105010, 4, 110105",
        "110105001001, 5, 110105001",
        "110105001001, 5, 110105001000",
        "429004, 3, 420000",
    })
    void findsADivisionWithinTheOneAboveIt(String code, String level, String parent) {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put("division-code", code);
        changed.put("level", level);
        changed.put("parent-code", parent);

        assertThat(accepts("administrative-division", changed))
                .as(told.lines.toString())
                .isTrue();
    }

    @Test
    void asksOfAnOrganisationCodeToBePartOfTheCreditCodeOnlyWhereItIsOne() {
        Map<String, String> organisationCode = Map.of("code-kind", "2", "management-code", "60003734-1");
        Map<String, String> ofAnother = Map.of("code-kind", "2", "management-code", "D2143569-X");
        Map<String, String> statistics = Map.of("code-kind", "7", "management-code", "D2143569-X");

        assertThat(accepts("organisation-code-mapping", organisationCode)).isTrue();
        assertThat(accepts("organisation-code-mapping", statistics)).isTrue();
        assertThat(accepts("organisation-code-mapping", ofAnother)).isFalse();
        assertThat(told.lines).containsExactly("management-code organisation-code-is-part-of-credit-code SCHEMA-111");
    }

    @Test
    void tellsEverythingThatIsWrongWithARecord() {
        assertThat(accepts("person", Map.of("sex", "x", "birth-date", "1949", "ethnicity", "汉")))
                .isFalse();
        assertThat(told.lines).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "administrative-penalty, penalty-kind, 通报批评, CODE_NOT_LISTED",
        "legal-entity, unified-social-credit-code, 91350100M0001TGQXM, PILOT",
        "administrative-licence, counterpart-credit-code, 62110000600037341L, DEPARTMENT",
    })
    void letsADoubtPassAndTellsIt(String resource, String item, String value, String doubt) {
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put(item, value);
        changed.put("organisation-code", null);

        assertThat(accepts(resource, changed)).as(told.lines.toString()).isTrue();
        assertThat(told.doubts).containsExactly(item + " " + code(doubt));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, CODE_RETIRED",
        "true, false, true, RETIRED_CODE_PASSES",
        "false, true, true,",
        "true, true, true,",
    })
    void takesARetiredCodeWhereItemOrTableAllowIt(
            boolean isOpen, boolean takesRetired, boolean isAccepted, SchemaProblem problem, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("one.yaml"), """
                name: one
                title: t
                standard: s
                edition: "1"
                summary: s
                open: %s
                codes: [{code: "1", label: a, valid-until: 2000-12-31}]
                """.formatted(isOpen));
        Item name = Catalogue.bundled().resource("person").items().get(0);
        Item item = new Item(
                name.name(),
                name.title(),
                null,
                ItemType.TEXT,
                0,
                0,
                0,
                Obligation.OPTIONAL,
                "one",
                null,
                takesRetired,
                null,
                TextForm.ANY,
                name.summary(),
                List.of(),
                false);
        TextCheck check = new TextCheck(item, 0, CodeTable.read(folder).get("one"));

        assertThat(check.accepts(new byte[] {'1'}, 0, 1, told)).isEqualTo(isAccepted);
        List<String> all = new ArrayList<>(told.lines);
        all.addAll(told.doubts);
        assertThat(all).hasSize(problem == null ? 0 : 1).allMatch(line -> line.endsWith(problem.code()));
        assertThat(told.lines).hasSize(isAccepted ? 0 : 1);
    }

    @Test
    void countsCharactersNotBytesNorCodeUnits() {
        assertThat(accepts("person", Map.of("name", "𠮷".repeat(60)))).isTrue();
        assertThat(accepts("person", Map.of("name", "𠮷".repeat(61)))).isFalse();
    }

    @Test
    void rejectsTheCharacterThatPostgresCannotKeep() {
        assertThat(accepts("person", Map.of("name", "zero\0"))).isFalse();
        assertThat(accepts("person", Map.of("name", "zero\0 in the middle of it")))
                .isFalse();
        assertThat(accepts("administrative-licence", Map.of("licence-kind", "其他-zero\0")))
                .isFalse();
        assertThat(told.lines)
                .containsExactly("name type SCHEMA-102", "name type SCHEMA-102", "licence-kind type SCHEMA-102");
    }

    @Test
    void showsPersonalValuesMasked() {
        accepts("person", Map.of("id-number", "110105194912310021"));

        assertThat(told.texts)
                .singleElement()
                .asString()
                .contains("110105********0021")
                .doesNotContain("19491231");
    }

    @Test
    void asksOfADeletionOnlyItsKey() {
        Resource resource = Catalogue.bundled().resource("person");
        Cells cells = new Cells(resource.items().size());
        cells.setText(resource.position("id-number"), "11010519491231002X");

        assertThat(ResourceCheck.of(resource).acceptsKey(cells, told)).isTrue();
        cells.setNull(resource.position("id-number"));
        assertThat(ResourceCheck.of(resource).acceptsKey(cells, told)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("resourcesWithoutGeometry")
    void makesNoObjectForARecordInOrder(String name) {
        Resource resource = Catalogue.bundled().resource(name);
        ResourceCheck check = ResourceCheck.of(resource);
        Cells cells = Examples.cells(resource);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        check.accepts(cells, told);

        long before = thread.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1000; i++) {
            check.accepts(cells, told);
        }

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    private static String code(String problem) {
        return Arrays.stream(Fault.values()).anyMatch(fault -> fault.name().equals(problem))
                ? Fault.valueOf(problem).code()
                : SchemaProblem.valueOf(problem).code();
    }

    private boolean accepts(String name, Map<String, String> changed) {
        Resource resource = Catalogue.bundled().resource(name);
        Cells cells = Examples.cells(resource);
        changed.forEach((item, value) -> {
            if (resource.position(item) >= 0) {
                cells.setText(resource.position(item), value);
            }
        });
        told.resource = resource;
        return ResourceCheck.of(resource).accepts(cells, told);
    }

    private static final class Told implements Violations {

        private Resource resource = Catalogue.bundled().resource("person");
        private final List<String> lines = new ArrayList<>();
        private final List<String> doubts = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        @Override
        public void add(int item, String rule, Problem problem, String... arguments) {
            lines.add(resource.items().get(item).name() + " " + rule + " " + problem.code());
            texts.add(Finding.of("here", problem, arguments).render(Locale.ENGLISH));
        }

        @Override
        public void doubt(int item, String rule, Problem problem, String... arguments) {
            doubts.add(resource.items().get(item).name() + " " + problem.code());
        }
    }
}
