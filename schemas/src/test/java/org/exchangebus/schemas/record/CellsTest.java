package org.exchangebus.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void showASliceWithoutCopyingIt() {
        byte[] array = "汉字abc".getBytes(StandardCharsets.UTF_8);
        Cells cells = new Cells(1);

        cells.set(0, array, 3, 7);

        assertThat(cells.array(0)).isSameAs(array);
        assertThat(cells.start(0)).isEqualTo(3);
        assertThat(cells.end(0)).isEqualTo(7);
        assertThat(cells.text(0)).isEqualTo("字a");
    }

    @Test
    void startAsNullAndBecomeNullAgain() {
        Cells cells = new Cells(1);
        assertThat(cells.isNull(0)).isTrue();

        cells.setText(0, "");
        assertThat(cells.isNull(0)).isFalse();

        cells.setText(0, null);
        assertThat(cells.isNull(0)).isTrue();
        assertThat(cells.text(0)).isNull();
    }
}
