package org.exchangebus.adapters.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.adapters.charset.CharsetProblem;
import org.exchangebus.schemas.run.Capture;

/** D18: a table {@code lying (id, name, born)} whose names are GBK, whatever the database says of them. */
final class LyingCharset {

    static final String SOURCE = "table: lying\nfields: [id, name, born]\nkey: [id]\ncharset: GBK\n";

    /** The names' bytes, numbered from 1 by {@code id}. */
    static final List<String> NAMES = List.of("CDF5CEB0", "CDF5FE59", "FE51", "CDF5FF", "CDF5AAA1");

    private LyingCharset() {}

    static void isReadFrom(OneSystem system) throws Exception {
        Capture capture = system.capture(null);
        assertThat(system.rows(capture))
                .extracting(row -> row.get(0) + " " + row.get(1).stripTrailing() + " " + row.get(2))
                .containsExactly("1 王伟 2020-01-02", "2 王\u9FB4 2020-01-02", "3 \uD840\uDC87 2020-01-02");
        assertThat(system.badRows(capture))
                .satisfiesExactly(
                        bad -> {
                            assertThat(bad.problem()).isEqualTo(CharsetProblem.NOT_IN_CHARSET);
                            assertThat(bad.arguments()).containsExactly("name", "GBK", "2");
                            assertThat(new String(bad.raw(), StandardCharsets.ISO_8859_1))
                                    .contains("name=\u00CD\u00F5\u00FF");
                        },
                        bad -> {
                            assertThat(bad.problem()).isEqualTo(CharsetProblem.PRIVATE_USE);
                            assertThat(bad.arguments()).containsExactly("name", "U+E000", "2");
                        });
    }
}
