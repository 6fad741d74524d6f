package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureShapeTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"name\":\"王\",\"sex\":\"1\"}`, structure, `'members' is a map, and its resource declares a list`",
                "`[\"王\"]`, structure, `'members' is a text, and its resource declares a map`",
                "`[{\"name\":\"王\",\"sex\":\"7\"}]`, code-table, `'members.sex' is '7'`",
                "`[{\"name\":\"王样例长长\",\"sex\":\"1\"}]`, length, `'members.name' is '王****'`",
                "`[{\"name\":\"\\\"\\\"\\\"\\\"\\\"\",\"sex\":\"1\"}]`, length, `longer than 4`",
                "`[{\"sex\":\"1\"}]`, mandatory, `'members.name' (姓名) has to be there`",
                "`[{\"age\":1234,\"name\":\"王\",\"sex\":\"1\"}]`, precision, `'members.age' is '1234'`",
                "`[{\"age\":\"12\",\"name\":\"王\",\"sex\":\"1\"}]`, structure, `'members.age' is a text`",
                "`[{\"age\":[12],\"name\":\"王\",\"sex\":\"1\"}]`, structure, `'members.age' is a list`",
                "`[{\"name\":\"王\",\"nick\":{\"a\":1},\"sex\":\"1\"}]`, structure, `one of age, name, sex`",
            })
    void isToldByTheNameOfWhatIsWrong(String members, String rule, String says) {
        assertThat(Households.findings(members))
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith(rule).contains(says));
    }

    @Test
    void isTakenWhereEverythingIsAsDeclaredAndAllIsToldWhereItIsNot() {
        assertThat(Households.findings("[{\"name\":\"王\",\"sex\":\"1\"},{\"age\":30,\"name\":\"李\",\"sex\":\"2\"}]"))
                .isEmpty();
        assertThat(Households.findings("[{\"name\":\"王\",\"sex\":\"7\"},{\"age\":1234,\"name\":\"李\"}]"))
                .hasSize(3);
    }

    @Test
    void isHiddenAsAWholeWhereAPersonalItemStandsInIt() {
        Item members = Households.resource().items().get(1);

        assertThat(members.isSensitive()).isTrue();
        assertThat(members.shown("[{}]")).isEqualTo("****");
    }

    @Test
    void belongsToAStructureAndNamesEachItemOnce() {
        assertThat(findings("type: structure", "type: text")).contains(SchemaProblem.ITEM_DOES_NOT_SUIT);
        assertThat(findings("{name: age,", "{name: sex,")).contains(SchemaProblem.NAME_TWICE);
        assertThat(findings("code-table: sex", "code-table: sx")).contains(SchemaProblem.NAME_UNKNOWN);
    }

    @Test
    void anotherShapeIsAChangeThatBreaks() {
        Resource older = Households.resource();
        Item members = older.items().get(1);
        List<Item> fewer = new ArrayList<>(members.items());
        fewer.remove(2);
        Item other = new Item(
                members.name(),
                members.title(),
                null,
                members.type(),
                0,
                0,
                0,
                members.obligation(),
                null,
                null,
                false,
                null,
                TextForm.ANY,
                members.summary(),
                fewer,
                true);
        Resource newer = new Resource(
                older.name(),
                older.title(),
                older.code(),
                older.summary(),
                older.key(),
                List.of(older.items().get(0), other),
                older.rules(),
                older.metadata());

        assertThat(Compatibility.between(older, newer))
                .filteredOn(change -> change.kind() == ChangeKind.SHAPE_CHANGED)
                .singleElement()
                .satisfies(change -> assertThat(change.arguments()).contains("[{name, sex, age}]", "[{name, sex}]"));
    }

    private static List<SchemaProblem> findings(String good, String bad) {
        assertThat(Households.MEMBERS).contains(good);
        String yaml = CatalogueFiles.CLINIC.replace("rules:\n", Households.MEMBERS.replace(good, bad) + "rules:\n");
        Document document = Document.read("clinic.yaml", yaml);
        return new CatalogueCheck(document, ResourceReader.resource(document.root()))
                .findings().stream()
                        .map(Finding::problem)
                        .map(SchemaProblem.class::cast)
                        .toList();
    }
}
