package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangebus.transformers.mapping.Things.row;

import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.transformers.problem.ValueProblem;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final String MAPPING = """
            summary: Things with a bit of everything.
            resource: thing
            items:
              id: ID | trim
              name:
                choose:
                  - when: MORE | trim is one of '1', '2' and (ID starts with 'A' or NAME is not empty)
                    then: first(NAME | trim | upper, 'none')
                  - otherwise: join(NAME, <MORE>, with='-')
              since: MORE | null-when('x') | date(yyyyMMdd)
            leave-out:
              - when: not (NAME is not '9')
                because: nine is a draft
            delete:
              - when: NAME is 'gone'
                because: the source says so
            """;

    private static final SourceChunk CHUNK = Things.chunk(
            Things.FIELDS,
            row(" A1", "a ", "x"),
            row("B1", null, "20240229"),
            row("C1", "9", ""),
            row("D1", "gone", ""),
            row("E1", "e", "2"),
            row(null, "", "1"));

    @Test
    void changesNothingOfWhatBecomesOfTheRows() {
        Mapping mapping = Things.mapping(MAPPING, Things.FIELDS);
        MappedChunk plain = mapping.apply(CHUNK);
        MappedChunk watched = mapping.watched(new Watch() {}).apply(CHUNK);

        assertThat(watched.records().encoded()).isEqualTo(plain.records().encoded());
        assertThat(watched.rejections()).usingRecursiveComparison().isEqualTo(plain.rejections());
        assertThat(plain.rejections()).hasSize(2);
        assertThat(watched.filtered()).isEqualTo(plain.filtered()).isEqualTo(1);
    }

    @Test
    void isToldOfEachStepWithItsResultInTheOrderOfTheWork() {
        List<String> told = new ArrayList<>();
        Things.mapping(MAPPING, Things.FIELDS)
                .watched(new Told(told))
                .apply(Things.chunk(Things.FIELDS, row(" A1", "a ", "x")));

        assertThat(told)
                .containsSubsequence(
                        "LEAVE_OUT not (NAME is not '9') = false",
                        "DELETE NAME is 'gone' = false",
                        "SOURCE ID =  A1",
                        "STEP trim = A1",
                        "ITEM ID | trim = A1",
                        "CONDITION MORE | trim is one of '1', '2' = false",
                        "SOURCE join(NAME, MORE, with='-') = a -x",
                        "STEP null-when('x') = null",
                        "ITEM MORE | null-when('x') | date(yyyyMMdd) = null");
        assertThat(told).noneMatch(line -> line.startsWith("STEP date"));
    }

    @Test
    void isToldOfWhatCouldNotBeMade() {
        List<String> told = new ArrayList<>();
        Things.mapping(MAPPING, Things.FIELDS)
                .watched(new Told(told))
                .apply(Things.chunk(Things.FIELDS, row("E1", "e", "2")));

        assertThat(told)
                .contains(
                        "STEP date(yyyyMMdd) ! " + ValueProblem.NOT_A_DATE,
                        "ITEM MORE | null-when('x') | date(yyyyMMdd) ! " + ValueProblem.NOT_A_DATE);
    }

    @Test
    void isToldWhileCompilingWhichFieldsAreReadAndWhere() {
        List<String> told = new ArrayList<>();
        Things.mapping(MAPPING, Things.FIELDS).watched(new Told(told));

        assertThat(told)
                .containsSubsequence(
                        "> ITEM id",
                        "reads ID",
                        "< ITEM id",
                        "> ITEM name",
                        "> CONDITION null",
                        "reads MORE",
                        "< CONDITION null",
                        "reads NAME",
                        "< ITEM name",
                        "> LEAVE_OUT nine is a draft",
                        "reads NAME",
                        "> DELETE the source says so");
    }

    private record Told(List<String> told) implements Watch {

        @Override
        public void enters(Spot spot) {
            told.add("> " + spot.kind() + " " + spot.name());
        }

        @Override
        public void reads(String field) {
            told.add("reads " + field);
        }

        @Override
        public void leaves(Spot spot) {
            told.add("< " + spot.kind() + " " + spot.name());
        }

        @Override
        public void ends(Spot spot, Outcome outcome) {
            String result = outcome instanceof Made made
                    ? " = " + made.text()
                    : outcome instanceof Decided decided
                            ? " = " + decided.holds()
                            : " ! " + ((Undone) outcome).problem();
            told.add(spot.kind() + " " + spot.written() + result);
        }
    }
}
