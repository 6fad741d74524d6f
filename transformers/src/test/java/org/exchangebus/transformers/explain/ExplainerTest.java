package org.exchangebus.transformers.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.identifier.Fault;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.run.SystemFolder;
import org.exchangebus.transformers.mapping.Mapping;
import org.exchangebus.transformers.mapping.Mappings;
import org.exchangebus.transformers.mapping.Spot;
import org.exchangebus.transformers.mapping.Watch;
import org.exchangebus.transformers.problem.ValueProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainerTest {

    private static final List<String> FIELDS = List.of("ID", "NAME", "SEX", "BORN", "KIND");
    private static final String NUMBER = "11010519491231002X";

    private static final String MAPPING = """
            summary: People of the register.
            resource: person
            items:
              id-number: ID | trim
              name: NAME | trim
              sex: SEX | code(sex, map={M=1, F=2})
              ethnicity:
                choose:
                  - when: ID | trim is not empty
                    then: "'01'"
                  - otherwise: nothing
              birth-date: ID | trim | characters(7, 14) | date(yyyyMMdd)
              death-date: BORN | date(yyyyMMdd, null=[00000000])
            waive:
              household-address: not held
            leave-out:
              - when: KIND is 'draft'
                because: drafts are no records
            delete:
              - when: KIND is 'gone'
                because: gone
            """;

    @TempDir
    Path folder;

    @Test
    void tellsTheFieldItsRawValueAndEachStepWithItsResult() throws IOException {
        Explanation explained = explain(true, " " + NUMBER, "王小明", "F", null, "a");

        ExplainedItem number = item(explained, "id-number");
        assertThat(number.value()).isEqualTo(NUMBER);
        assertThat(number.trace().parts())
                .extracting(part -> part.spot().kind() + " " + part.spot().written() + " " + part.value())
                .containsExactly("SOURCE ID  " + NUMBER, "STEP trim " + NUMBER);
        assertThat(number.verdicts())
                .extracting(verdict -> verdict.rule() + " " + verdict.kind() + " " + verdict.wants())
                .contains("mandatory ACCEPTED ", "length ACCEPTED 18", "identifier ACCEPTED citizen-number");
        assertThat(item(explained, "sex").verdicts())
                .extracting(verdict -> verdict.rule() + " " + verdict.kind() + " " + verdict.wants())
                .contains("code-table ACCEPTED sex", "sex-agrees-with-identity-number ACCEPTED id-number");
        assertThat(item(explained, "household-address").waived()).isEqualTo("not held");
        assertThat(explained.rules())
                .extracting(rule -> rule.spot().kind() + " " + rule.spot().name() + " " + rule.outcome())
                .containsExactly(
                        "LEAVE_OUT drafts are no records " + new Watch.Decided(false),
                        "DELETE gone " + new Watch.Decided(false));
        assertThat(explained.fate()).isEqualTo(Fate.RECORD);
    }

    @Test
    void tellsWhatRefusedTheRecordAndWhatWasNotAskedBecauseOfIt() throws IOException {
        Explanation explained = explain(true, NUMBER.replace("X", "1"), "", "?", "19851332", "a");

        assertThat(explained.fate()).isEqualTo(Fate.REJECTED);
        assertThat(explained.reasons())
                .extracting(reason -> reason.item() + " " + reason.rule())
                .containsExactly("sex code", "death-date date", "name mandatory", "id-number identifier");
        assertThat(item(explained, "id-number").verdicts()).anySatisfy(verdict -> {
            assertThat(verdict.kind()).isEqualTo(Verdict.Kind.REFUSED);
            assertThat(verdict.problem()).isEqualTo(Fault.CHECK);
        });
        assertThat(item(explained, "birth-date").verdicts())
                .filteredOn(verdict -> verdict.rule().startsWith("birth-date-agrees"))
                .extracting(Verdict::kind)
                .containsExactly(Verdict.Kind.UNASKED);
        Trace sex = item(explained, "sex").trace();
        assertThat(sex.outcome()).isEqualTo(new Watch.Undone(ValueProblem.UNKNOWN_CODE));
        assertThat(sex.parts().get(1).spot().kind()).isEqualTo(Spot.Kind.STEP);
        assertThat(item(explained, "sex").verdicts()).isEmpty();
    }

    @Test
    void masksPersonalValuesWhereverTheyFlow() throws IOException {
        Explanation explained = explain(false, NUMBER, "王小明", "F", null, "a");

        assertThat(explained.toString()).doesNotContain(NUMBER, "小明");
        assertThat(item(explained, "id-number").value()).isEqualTo("110105********002X");
        assertThat(item(explained, "ethnicity").value()).isEqualTo("01");
        List<Trace> born = item(explained, "birth-date").trace().parts();
        assertThat(born)
                .extracting(Trace::value)
                .containsExactly("*".repeat(18), "*".repeat(18), "*".repeat(8), "*".repeat(10));
    }

    @Test
    void explainsOnlyTheKeyOfADeletionAndNoItemOfWhatIsLeftOut() throws IOException {
        Explanation deleted = explain(true, NUMBER, null, null, null, "gone");
        assertThat(deleted.fate()).isEqualTo(Fate.DELETE);
        assertThat(item(deleted, "id-number").value()).isEqualTo(NUMBER);
        assertThat(item(deleted, "name").trace()).isNull();
        assertThat(item(deleted, "name").verdicts()).isEmpty();

        Explanation leftOut = explain(true, NUMBER, null, null, null, "draft");
        assertThat(leftOut.fate()).isEqualTo(Fate.LEFT_OUT);
        assertThat(leftOut.items()).isEmpty();
        assertThat(leftOut.rules().get(0).outcome()).isEqualTo(new Watch.Decided(true));
    }

    @Test
    void tellsOfRowsThatCouldNotBeRead() throws IOException {
        Rows.Builder rows = new Rows.Builder(FIELDS, "rows", 1);
        rows.badRow(new Rows.BadRow(7, ValueProblem.TOO_SHORT, List.of("x"), new byte[0]));

        List<Explanation> explained = new Explainer(mapping(), true).explain(rows.build());

        assertThat(explained).singleElement().satisfies(row -> {
            assertThat(row.position()).isEqualTo(7);
            assertThat(row.fate()).isEqualTo(Fate.REJECTED);
            assertThat(row.reasons().get(0).problem()).isEqualTo(ValueProblem.TOO_SHORT);
        });
    }

    private Explanation explain(boolean showsValues, String... cells) throws IOException {
        Rows.Builder rows = new Rows.Builder(FIELDS, "rows", 1);
        for (String cell : cells) {
            rows.cell(cell);
        }
        rows.endRow(3);
        return new Explainer(mapping(), showsValues).explain(rows.build(), 0);
    }

    private static ExplainedItem item(Explanation explanation, String name) {
        ExplainedItem item = explanation.item(name);
        assertThat(item).as(name).isNotNull();
        return item;
    }

    private Mapping mapping() throws IOException {
        Path system = Files.createDirectories(folder.resolve("register"));
        Files.writeString(system.resolve("person.mapping.yaml"), MAPPING);
        return new Mappings(Catalogue.bundled(), List.of(new SystemFolder(system)), (name, mapping) -> FIELDS)
                .mapping("register", "person");
    }
}
