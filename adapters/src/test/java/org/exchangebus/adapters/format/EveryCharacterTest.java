package org.exchangebus.adapters.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.exchangebus.adapters.charset.CharsetProblem;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;

/** A file with a row for every code that GB18030 can have, of one, two and four bytes. */
class EveryCharacterTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private static final int SCALAR_VALUES = 0x110000 - 0x800;
    private static final int PRIVATE_USE = 0xF8FF - 0xE000 + 1 + 2 * 0xFFFE;
    private static final int NOT_PLAIN_IN_CSV = 4;

    /** Private-use code points that the shared table explains; each has one code. */
    private static final int EXPLAINED = 105;

    private final Map<Problem, Integer> rejected = new HashMap<>();
    private int kept;
    private int replaced;

    @Test
    void everyCodeOfGb18030ComesBackAsItWasOrIsExplainedByTheTableOrRejected() throws IOException {
        int codes = 0;
        for (int lead = 0x80; lead <= 0xFF; lead++) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            codes += lead == 0x80 ? oneByte(file) : 0;
            codes += moreBytes(file, lead);
            read(file.toByteArray());
        }
        assertThat(codes).isEqualTo(0x80 - NOT_PLAIN_IN_CSV + 128 * 192 + 126 * 12_600);
        assertThat(kept + replaced + rejected.values().stream().mapToInt(n -> n).sum())
                .isEqualTo(codes);
        assertThat(replaced).isEqualTo(EXPLAINED);
        assertThat(kept).isEqualTo(SCALAR_VALUES - NOT_PLAIN_IN_CSV - PRIVATE_USE - 1);
        assertThat(rejected)
                .containsOnlyKeys(
                        CharsetProblem.NOT_IN_CHARSET, CharsetProblem.PRIVATE_USE, CharsetProblem.CHARACTER_LOST)
                .containsEntry(CharsetProblem.PRIVATE_USE, PRIVATE_USE - EXPLAINED)
                .containsEntry(CharsetProblem.CHARACTER_LOST, 1);
    }

    /** All but the comma, the quote and the line ends. */
    private static int oneByte(ByteArrayOutputStream file) {
        int codes = 0;
        for (int b = 0; b < 0x80; b++) {
            if (",\"\r\n".indexOf(b) < 0) {
                row(file, b);
                codes++;
            }
        }
        return codes;
    }

    private static int moreBytes(ByteArrayOutputStream file, int lead) {
        int codes = 0;
        for (int trail = 0x40; trail <= 0xFF; trail++) {
            row(file, lead, trail);
            codes++;
        }
        for (int rest = 0; rest < 12_600 && lead > 0x80 && lead < 0xFF; rest++) {
            row(file, lead, 0x30 + rest / 1_260, 0x81 + rest / 10 % 126, 0x30 + rest % 10);
            codes++;
        }
        return codes;
    }

    private static void row(ByteArrayOutputStream file, int... code) {
        byte[] bytes = new byte[code.length];
        for (int i = 0; i < code.length; i++) {
            bytes[i] = (byte) code[i];
        }
        file.writeBytes(bytes);
        file.writeBytes(("," + HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void read(byte[] file) throws IOException {
        CsvDialect dialect = new CsvDialect(
                TextDecoder.named("GB18030-2022").orElseThrow(), PrivateUse.SHARED, ',', '"', false, 100);
        try (CsvReader reader = new CsvReader(new ByteArrayInputStream(file), "f.csv", List.of("C", "CODE"), dialect)) {
            while (reader.hasNext()) {
                Rows rows = reader.next();
                for (int row = 0; row < rows.count(); row++) {
                    taken(rows.text(row, 0), HexFormat.of().parseHex(rows.text(row, 1)));
                }
                for (Rows.BadRow bad : rows.badRows()) {
                    refused(bad.problem(), Arrays.copyOf(bad.raw(), lengthOfCode(bad.raw())));
                }
            }
        }
    }

    private void taken(String text, byte[] code) {
        if (Arrays.equals(text.getBytes(GB18030), code)) {
            kept++;
            return;
        }
        String said = new String(code, GB18030);
        if (!PrivateUse.SHARED.replaced(said).equals(text) || said.equals(text)) {
            assertThat(text).as(HexFormat.of().formatHex(code)).isEqualTo(said);
        }
        replaced++;
    }

    private void refused(Problem problem, byte[] code) {
        rejected.merge(problem, 1, Integer::sum);
        String said = new String(code, GB18030);
        boolean isPrivate = Character.getType(said.codePointAt(0)) == Character.PRIVATE_USE;
        boolean isRight = problem == CharsetProblem.PRIVATE_USE ? isPrivate : said.indexOf('\uFFFD') >= 0;
        if (!isRight) {
            assertThat(said).as(problem + " " + HexFormat.of().formatHex(code)).isEmpty();
        }
    }

    /** The code stands before the comma and its own hexadecimal form. */
    private static int lengthOfCode(byte[] row) {
        return (row.length - 1) / 3;
    }
}
