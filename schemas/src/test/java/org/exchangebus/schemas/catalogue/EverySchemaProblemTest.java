package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.codetable.CrossWalk;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.record.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EverySchemaProblemTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(SchemaProblem.class)
    void isProvokedAndFillsItsTextsInBothLanguages(SchemaProblem problem) throws IOException {
        List<Finding> findings = provoke(problem);

        Finding finding = findings.stream()
                .filter(f -> f.problem() == problem)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not provoked; told was " + findings));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            assertThat(finding.render(locale)).contains(problem.code()).doesNotContainPattern("\\{\\d}");
            assertThat(problem.remedy(locale, finding.arguments())).isNotBlank();
        }
    }

    @Test
    void hasACodeOfItsOwn() {
        assertThat(Arrays.stream(SchemaProblem.values()).map(Problem::code)).doesNotHaveDuplicates();
    }

    private List<Finding> provoke(SchemaProblem problem) throws IOException {
        return switch (problem) {
            case FILE_UNREADABLE -> thrown(() -> Document.read(folder.resolve("missing.yaml")));
            case NOT_YAML -> spoilt("name: clinic", "name: !x!y clinic");
            case YAML_NOT_PLAIN -> spoilt("name: clinic", "name: &a clinic");
            case KEY_TWICE -> spoilt("title: 样例诊所", "title: 样例诊所\ntitle: 样例");
            case KEY_UNKNOWN -> spoilt("secrecy:", "secrecity:");
            case KEY_MISSING -> spoilt("title: 样例诊所\n", "");
            case VALUE_OF_OTHER_TYPE -> spoilt("title: 样例诊所", "title: 12");
            case VALUE_NOT_LISTED -> spoilt("type: date", "type: dat");
            case VALUE_OF_OTHER_FORM -> spoilt("type: date", "type: text\n    length: 0");
            case NAME_AND_PLACE_DISAGREE -> spoilt("name: clinic", "name: hospital");
            case NAME_TWICE -> spoilt("name: opened", "name: number");
            case NAME_UNKNOWN -> spoilt("key: [number]", "key: [nummer]");
            case KEY_ITEM_NOT_MANDATORY -> spoilt("key: [number]", "key: [opened]");
            case PROVIDER_CODE_FAILS -> spoilt("11100000000013338W", "11100000000013338X");
            case RESOURCE_CODE_OF_OTHER_CLASS -> spoilt("code: 201001/1", "code: 101001/1");
            case SHARING_INCOMPLETE -> spoilt("type: unconditional", "type: withheld");
            case ITEM_DOES_NOT_SUIT -> spoilt("type: date", "type: date\n    length: 3");
            case LISTED_VALUE_CANNOT_BE ->
                spoilt("summary: Number of", "code-table: sex\n    summary: Number of", "\"1\"", "\"7\"");
            case CONDITION_MISSING -> spoilt("obligation: mandatory", "obligation: conditional");
            case LIMITS_CROSSED -> spoilt("type: date", "type: decimal\n    precision: 2\n    scale: 3");
            case EITHER_OF_TWO_KEYS -> table("codes: [{code: \"1\"}]\nrows: one.csv\n");
            case ROW_OF_OTHER_FORM -> table("rows: one.csv\n");
            case WALKS_TO_NO_CODE -> {
                Files.writeString(
                        folder.resolve("sex-from-old.yaml"),
                        "from: old\nto: sex\nsummary: s\ncodes:\n  - {from: a, to: \"7\"}\n");
                yield thrown(() -> CrossWalk.read(folder, Map.of("sex", CodeTable.bundled("sex"))));
            }
            case VERSIONS_OUT_OF_ORDER ->
                spoilt("edition.}]", "edition.}, {number: \"1.1\", date: 2026-01-01, what: More.}]");
            case RELATED_UNKNOWN -> spoilt("key: [number]", "related: [201001/2]\nkey: [number]");
            case FORMAT_OF_OTHER_KIND -> spoilt("kind: database", "kind: database, types: [pdf]");
            case OPEN_BUT_KEPT_BACK -> spoilt("secrecy: unclassified", "secrecy: classified");
            case STATED_IN_VAIN -> spoilt("open: true", "open: false, condition: none");
            case RESOURCE_CODE_WITHOUT_DETAIL ->
                spoilt("category: 健康保障", "category: 健康保障, subcategory: 诊所, detail: 口腔诊所");
            case NOT_IN_ONE_LINE -> spoilt("title: 样例诊所", "title: \"样例\\n诊所\"");
            case MANDATORY_MISSING -> told("person", "name", null);
            case TYPE_BROKEN -> told("person", "birth-date", "1949");
            case TOO_LONG -> told("person", "name", "长".repeat(61));
            case TOO_MANY_DIGITS -> told("land-parcel", "area", "0.123");
            case NOT_IN_CODE_TABLE -> told("person", "sex", "3");
            case SEX_DISAGREES -> told("person", "sex", "1");
            case BIRTH_DATE_DISAGREES -> told("person", "birth-date", "1949-12-30");
            case REQUIRED_BY_OTHER -> told("administrative-licence", "legal-representative", null);
            case BEFORE_OTHER -> told("administrative-licence", "valid-until", "2000-01-01");
            case NOT_PART_OF_CREDIT_CODE -> told("legal-entity", "organisation-code", "D2143569X");
            case GEOMETRY_FORM -> told("land-parcel", "geometry", "{}");
            case GEOMETRY_OUTSIDE ->
                told(
                        "land-parcel",
                        "geometry",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[39.9,116.1],[39.9,116.2],[40,116.2],[39.9,116.1]]]}");
            case STRUCTURE_FORM -> told(StructureTest.resource(), new Cells(2), "members", "{}");
            case STRUCTURE_OTHER -> told(Households.resource(), new Cells(2), "members", "{\"name\":\"王\"}");
            case CODE_RETIRED -> retired("");
            case RETIRED_CODE_PASSES -> retired("open: true\n");
            case FULL_WIDTH -> told(TextForms.RESOURCE, new Cells(3), "plain", "样例\uFF11号");
            case NOT_NORMALISED -> told(TextForms.RESOURCE, new Cells(3), "normal", "e\u0301");
            case NOT_WITHIN_DIVISION -> told("administrative-division", "parent-code", "110106");
            case CODE_NOT_LISTED -> told("administrative-penalty", "penalty-kind", "通报批评");
        };
    }

    private List<Finding> spoilt(String... changes) throws IOException {
        String text = CatalogueFiles.CLINIC;
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        Path file = folder.resolve("theme/health/clinic.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return thrown(() -> Catalogue.empty().with(folder));
    }

    private List<Finding> table(String rest) throws IOException {
        Files.writeString(
                folder.resolve("one.yaml"), "name: one\ntitle: t\nstandard: s\nedition: \"1\"\nsummary: s\n" + rest);
        Files.writeString(folder.resolve("one.csv"), "code,label\n");
        return thrown(() -> CodeTable.read(folder));
    }

    private List<Finding> retired(String head) throws IOException {
        Files.writeString(
                folder.resolve("one.yaml"),
                "name: one\ntitle: t\nstandard: s\nedition: \"1\"\nsummary: s\n" + head
                        + "codes: [{code: \"1\", label: a, valid-until: 2000-12-31}]\n");
        Item item = Catalogue.bundled().resource("person").items().get(0);
        List<Finding> findings = new ArrayList<>();
        new TextCheck(item, 0, CodeTable.read(folder).get("one"))
                .accepts(
                        new byte[] {'1'},
                        0,
                        1,
                        toldTo(findings, Catalogue.bundled().resource("person")));
        return findings;
    }

    private static List<Finding> thrown(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        return catchThrowableOfType(ProblemException.class, action).findings();
    }

    private static List<Finding> told(String name, String item, String value) {
        Resource resource = Catalogue.bundled().resource(name);
        return told(resource, Examples.cells(resource), item, value);
    }

    private static List<Finding> told(Resource resource, Cells cells, String item, String value) {
        cells.setText(resource.position(item), value);
        List<Finding> findings = new ArrayList<>();
        ResourceCheck.of(resource).accepts(cells, toldTo(findings, resource));
        return findings;
    }

    private static ResourceCheck.Violations toldTo(List<Finding> findings, Resource resource) {
        return new ResourceCheck.Violations() {
            @Override
            public void add(int position, String rule, Problem problem, String... arguments) {
                String place =
                        resource.name() + "/" + resource.items().get(position).name();
                findings.add(Finding.of(place, problem, arguments));
            }

            @Override
            public void doubt(int position, String rule, Problem problem, String... arguments) {
                add(position, rule, problem, arguments);
            }
        };
    }
}
