package org.exchangebus.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.junit.jupiter.api.Test;

class RowsTest {

    private final Rows.Builder builder = new Rows.Builder(List.of("a", "b"), "file.csv", 1);

    @Test
    void keepsEmptyApartFromNull() {
        builder.cell("");
        builder.nullCell();
        builder.endRow(1);
        Rows rows = builder.build();

        assertThat(rows.text(0, 0)).isEmpty();
        assertThat(rows.text(0, 1)).isNull();
        Cells cells = new Cells(2);
        rows.show(0, cells);
        assertThat(cells.isNull(0)).isFalse();
        assertThat(cells.text(0)).isEmpty();
        assertThat(cells.isNull(1)).isTrue();
    }

    @Test
    void makesNoOtherCharacterOfHalfOfOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> builder.cell("a\ud840b"));
        builder.cell("\ud840\udc0b");
        builder.cell("𠮷");
        builder.endRow(1);

        assertThat(builder.build().text(0, 0)).isEqualTo("𠀋");
    }

    @Test
    void growsBeyondWhatWasExpected() {
        for (int i = 0; i < 500; i++) {
            byte[] text = ("值" + i).repeat(20).getBytes(StandardCharsets.UTF_8);
            builder.cell(text, 0, text.length);
            int at = builder.claim(2);
            builder.array()[at] = 'o';
            builder.array()[at + 1] = 'k';
            builder.endRow(i + 2);
        }
        Rows rows = builder.build();

        assertThat(rows.count()).isEqualTo(500);
        assertThat(rows.text(499, 0)).isEqualTo("值499".repeat(20));
        assertThat(rows.text(0, 1)).isEqualTo("ok");
        assertThat(rows.position(499)).isEqualTo(501);
        assertThat(rows.place()).isEqualTo("file.csv");
    }

    @Test
    void accountsForABadRowWithoutItsCells() {
        builder.cell("good");
        builder.cell("1");
        builder.endRow(1);
        builder.cell("half");
        builder.badRow(new Rows.BadRow(2, SchemaProblem.TYPE_BROKEN, List.of(), new byte[] {1}));
        builder.cell("again good");
        builder.cell("2");
        builder.endRow(3);
        Rows rows = builder.build();

        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.badRows()).extracting(Rows.BadRow::position).containsExactly(2L);
        assertThat(rows.text(1, 0)).isEqualTo("again good");
        assertThat(rows.position(1)).isEqualTo(3);
    }

    @Test
    void refusesARowOfOtherWidth() {
        builder.cell("one");
        assertThatIllegalStateException().isThrownBy(() -> builder.endRow(1));
        builder.cell("two");
        assertThatIllegalStateException().isThrownBy(() -> builder.cell("three"));
        assertThatIllegalStateException().isThrownBy(builder::nullCell);
    }
}
