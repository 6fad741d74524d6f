package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangebus.transformers.mapping.Things.FIELDS;
import static org.exchangebus.transformers.mapping.Things.GOOD;
import static org.exchangebus.transformers.mapping.Things.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.record.Cells;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.Operation;
import org.exchangebus.schemas.record.RecordChunk;
import org.exchangebus.schemas.record.Rejection;
import org.exchangebus.schemas.record.Rows;
import org.exchangebus.schemas.record.SourceChunk;
import org.exchangebus.transformers.problem.ValueProblem;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static List<String> records(MappedChunk mapped) {
        List<String> texts = new ArrayList<>();
        Cells cells = new Cells(mapped.records().items().size());
        RecordChunk.Reader reader = mapped.records().read();
        while (reader.next()) {
            reader.show(cells);
            StringBuilder text = new StringBuilder()
                    .append(reader.version())
                    .append(reader.operation() == Operation.DELETE ? " delete" : "");
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.isNull(i)) {
                    text.append(' ')
                            .append(mapped.records().items().get(i))
                            .append('=')
                            .append(cells.text(i));
                }
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static MappedChunk map(String text, String... values) {
        return Things.mapping(text, FIELDS).apply(Things.chunk(FIELDS, row(values)));
    }

    @Test
    void makesARecordOfEachRowInTheOrderOfTheItemsWithTheRowsVersion() {
        MappedChunk mapped = Things.mapping(GOOD, FIELDS)
                .apply(Things.chunk(FIELDS, row(" a", "甲\u3000", null), row("b", "乙", "x")));

        assertThat(records(mapped)).containsExactly("7000000000 id=a name=甲", "7000000001 id=b name=乙");
        assertThat(mapped.records().id().text()).isEqualTo("7-3");
        assertThat(mapped.records().flow()).isEqualTo("s-t");
        assertThat(mapped.records().resource()).isEqualTo("thing");
        assertThat(RecordChunk.decode(mapped.records().encoded()).count()).isEqualTo(2);
    }

    @Test
    void givesTheSameBytesForTheSameRows() {
        Mapping mapping = Things.mapping(GOOD, FIELDS);

        byte[] once = mapping.apply(Things.chunk(FIELDS, row("a", "甲 ", "")))
                .records()
                .encoded();
        byte[] again = mapping.apply(Things.chunk(FIELDS, row("a", "甲 ", "")))
                .records()
                .encoded();

        assertThat(again).isEqualTo(once);
    }

    @Test
    void keepsTheKeyOfARejectedRowUnlessTheKeyItselfIsNotInOrder() {
        MappedChunk mapped = Things.mapping(GOOD, FIELDS)
                .apply(Things.chunk(
                        FIELDS,
                        row("a", "", null),
                        row("b", "乙", null),
                        row("", "丙", null),
                        row("x".repeat(19), "丁", null)));

        assertThat(mapped.rejections()).hasSize(3);
        assertThat(mapped.records().count()).isEqualTo(1);
        RecordChunk.Reader kept = RecordChunk.decode(mapped.records().encoded()).readKept();
        Cells cells = new Cells(mapped.records().items().size());
        assertThat(kept.next()).isTrue();
        kept.show(cells);
        assertThat(cells.text(0)).isEqualTo("a");
        assertThat(kept.next()).isFalse();
    }

    @Test
    void isSharedByThreadsThatDoNotDisturbEachOther() {
        Mapping mapping = Things.mapping(
                GOOD.replace("NAME | trim", "join(NAME | half-width | upper, ID, with='-') | pad-left(9)"), FIELDS);
        List<SourceChunk> chunks = IntStream.range(0, 64)
                .mapToObj(i -> Things.chunk(FIELDS, row("a" + i, "ｘ" + i, null), row("b" + i, "超" + i, null)))
                .toList();
        List<String> alone = chunks.stream()
                .map(chunk -> records(mapping.apply(chunk)).toString())
                .toList();

        List<String> together = IntStream.range(0, 64 * 20)
                .parallel()
                .mapToObj(i -> records(mapping.apply(chunks.get(i % 64))).toString())
                .toList();

        for (int i = 0; i < together.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i % 64));
        }
        assertThat(alone.get(7)).isEqualTo("[7000000000 id=a7 name=0000X7-a7, 7000000001 id=b7 name=0000超7-b7]");
    }

    @Test
    void findsTheFieldsWhereverTheyStand() {
        MappedChunk mapped =
                Things.mapping(GOOD, FIELDS).apply(Things.chunk(List.of("MORE", "NAME", "ID"), row(null, "甲", "a")));

        assertThat(records(mapped)).containsExactly("7000000000 id=a name=甲");
    }

    @Test
    void quarantinesARowWithItsPlaceKeyPayloadAndEveryReason() throws IOException {
        String text = GOOD.replace("ignore:\n  MORE: not wanted\n", "")
                .replace("items:", "items:\n  since: MORE | date(yyyyMMdd)");

        MappedChunk mapped = map(text, "a", "一二三四五六七八九十多", "2020\"1301");

        assertThat(mapped.records().count()).isZero();
        assertThat(mapped.rejections()).hasSize(1);
        Rejection rejection = mapped.rejections().get(0);
        assertThat(rejection.place()).isEqualTo("things.csv");
        assertThat(rejection.position()).isEqualTo(2);
        assertThat(rejection.key()).isEqualTo("a");
        assertThat(rejection.item()).isEqualTo("since");
        assertThat(rejection.rule()).isEqualTo("date");
        assertThat(rejection.problem().text(Locale.ENGLISH, rejection.arguments()))
                .isEqualTo("item 'since': '2020\"1301' is no date that date(yyyyMMdd) reads.");
        assertThat(rejection.further()).singleElement().satisfies(reason -> {
            assertThat(reason.item()).isEqualTo("name");
            assertThat(reason.rule()).isEqualTo("length");
        });
        JsonNode payload = new ObjectMapper().readTree(rejection.payload());
        assertThat(payload.path("MORE").textValue()).isEqualTo("2020\"1301");
        assertThat(payload.path("ID").textValue()).isEqualTo("a");
    }

    @Test
    void keepsNullAndControlCharactersApartInThePayload() throws IOException {
        MappedChunk mapped = map(GOOD, "a", null, "\u0001\\\t");

        JsonNode payload =
                new ObjectMapper().readTree(mapped.rejections().get(0).payload());
        assertThat(payload.path("NAME").isNull()).isTrue();
        assertThat(payload.path("MORE").textValue()).isEqualTo("\u0001\\\t");
    }

    @Test
    void masksWhatIsPersonalInTheReason() {
        MappedChunk mapped = map(GOOD.replace("NAME | trim", "NAME | pad-left(2)"), "a", "王小明", null);

        assertThat(mapped.rejections().get(0).problem()).isEqualTo(ValueProblem.TOO_LONG);
        assertThat(mapped.rejections().get(0).arguments()).containsExactly("name", "王**", "pad-left(2)");
    }

    @Test
    void emptyTextIsNoValueAndAMandatoryItemThenIsMissing() {
        MappedChunk mapped = map(GOOD, "a", "\u3000\u00a0 ", null);

        assertThat(mapped.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.item()).isEqualTo("name");
            assertThat(rejection.rule()).isEqualTo("mandatory");
            assertThat(rejection.problem()).isEqualTo(SchemaProblem.MANDATORY_MISSING);
        });
    }

    @Test
    void aWaivedItemMayBeMissing() {
        String text = GOOD.replace("  name: NAME | trim\n", "")
                .replace("ignore:", "waive:\n  name: nobody knows\nignore:\n  NAME: useless");

        MappedChunk mapped = map(text, "a", "x", null);

        assertThat(records(mapped)).containsExactly("7000000000 id=a");
    }

    @Test
    void countsWhatIsLeftOutAndRejectsWhatCannotBeDecided() {
        String text = GOOD + "leave-out:\n  - when: MORE | code(sex) is '1'\n    because: not ours\n";
        Mapping mapping = Things.mapping(text.replace("ignore:\n  MORE: not wanted\n", ""), FIELDS);

        MappedChunk mapped =
                mapping.apply(Things.chunk(FIELDS, row("a", "甲", "1"), row("b", "乙", "2"), row("c", "丙", "7")));

        assertThat(mapped.filtered()).isEqualTo(1);
        assertThat(records(mapped)).containsExactly("7000000001 id=b name=乙");
        assertThat(mapped.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.item()).isEqualTo("MORE");
            assertThat(rejection.rule()).isEqualTo("code");
            assertThat(rejection.key()).isEqualTo("c");
            assertThat(rejection.arguments()).containsExactly("MORE", "*", "code(sex)");
        });
    }

    @Test
    void aDeletionNeedsNothingButItsKey() {
        String text = GOOD.replace("ignore:\n  MORE: not wanted\n", "")
                + "delete:\n  - when: MORE is 'D'\n    because: deleted there\n";
        Mapping mapping = Things.mapping(text, FIELDS);

        MappedChunk mapped = mapping.apply(Things.chunk(FIELDS, row("a", null, "D"), row(null, "乙", "D")));

        assertThat(records(mapped)).containsExactly("7000000000 delete id=a");
        assertThat(mapped.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.item()).isEqualTo("id");
            assertThat(rejection.rule()).isEqualTo("mandatory");
            assertThat(rejection.key()).isNull();
        });
    }

    @Test
    void aRowThatCouldNotBeReadIsARejectionWithItsBytes() {
        Rows.Builder rows = Things.rows(FIELDS, row("a", "甲", null));
        rows.badRow(new Rows.BadRow(9, ValueProblem.TOO_LONG, List.of("x"), new byte[] {(byte) 0x81, 0x30}));
        SourceChunk chunk = Things.chunk(FIELDS);

        MappedChunk mapped = Things.mapping(GOOD, FIELDS)
                .apply(new SourceChunk(chunk.id(), chunk.flow(), chunk.firstVersion(), rows.build()));

        assertThat(mapped.records().count()).isEqualTo(1);
        assertThat(mapped.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.position()).isEqualTo(9);
            assertThat(rejection.rule()).isEqualTo("readable");
            assertThat(rejection.payload()).containsExactly(0x81, 0x30);
        });
    }

    @Test
    void everyRowIsOneThingAndOnlyOneHoweverWrongItIs() {
        String text = GOOD.replace("ignore:\n  MORE: not wanted\n", "")
                + "leave-out:\n  - when: MORE is 'L' or MORE | pad-left(3) is '00L'\n    because: not ours\n";
        Mapping mapping = Things.mapping(text, FIELDS);
        String[] ids = {"a", null, "", "一二三四五六七八九十一二三四五六七八九"};
        String[] names = {"甲", null, "\u3000", "一二三四五六七八九十多"};
        String[] more = {"L", null, "X", "too long"};
        Rows.Builder rows = Things.rows(FIELDS);
        int count = 0;
        for (String id : ids) {
            for (String name : names) {
                for (String one : more) {
                    rows.cell(id);
                    rows.cell(name);
                    rows.cell(one);
                    rows.endRow(++count);
                }
            }
        }
        SourceChunk chunk = Things.chunk(FIELDS);

        MappedChunk mapped = mapping.apply(new SourceChunk(chunk.id(), chunk.flow(), 0, rows.build()));

        assertThat(mapped.records().count() + mapped.rejections().size() + mapped.filtered())
                .isEqualTo(count);
        assertThat(mapped.filtered()).isEqualTo(16);
        assertThat(mapped.records().count()).isEqualTo(2);
    }
}
