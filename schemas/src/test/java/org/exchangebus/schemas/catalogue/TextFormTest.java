package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.exchangebus.schemas.record.Cells;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFormTest {

    @ParameterizedTest
    @CsvSource({
        "plain, AB-12(甲), ''",
        "plain, 样例\uFF081\uFF09号, 'plain text-form [3]'",
        "plain, 样例　一号, 'plain text-form [3]'",
        "plain, 样例\uFF11, 'plain text-form [3]'",
        "letters, '样例\uFF081\uFF09\uFF0C一号', ''",
        "letters, 样例\uFF22座, 'letters text-form [3]'",
        "letters, 𠮷\uFF5A, 'letters text-form [2]'",
        "normal, 'É 样例 が 각 𠮷 (1)', ''",
        "normal, e\u0301, 'normal text-form []'",
        "normal, x\u0301, ''",
        "normal, \u1112\u1161\u11AB, 'normal text-form []'",
        "normal, \uFA10, 'normal text-form []'",
        "normal, \uD87E\uDC00, 'normal text-form []'",
    })
    void tellsWhichCharacterBreaksTheFormOfItsItem(String item, String value, String told) {
        Cells cells = new Cells(3);
        cells.setText(TextForms.RESOURCE.position(item), value);
        List<String> lines = new ArrayList<>();

        boolean isAccepted = ResourceCheck.of(TextForms.RESOURCE)
                .accepts(
                        cells,
                        (position, rule, problem, arguments) -> lines.add(
                                TextForms.RESOURCE.items().get(position).name() + " " + rule + " "
                                        + List.of(arguments).subList(2, arguments.length)));

        assertThat(String.join("\n", lines)).isEqualTo(told);
        assertThat(isAccepted).isEqualTo(told.isEmpty());
    }

    @Test
    void claimsNothingByDefault() {
        assertThat(Catalogue.bundled().resource("person").items())
                .extracting(Item::textForm)
                .containsOnly(TextForm.ANY);
    }

    @Test
    void agreesWithTheJdkOnEveryCharacterAndOnRandomTexts() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                requireSameAsJdk(Character.toString(c));
            }
        }
        Random random = new Random(20261127);
        int[] bases = {'a', 'E', 0x4E00, 0x0300, 0x0323, 0x1100, 0x1161, 0x11A8, 0xAC00, 0x0F71, 0x0915, 0x3099, 0x304B
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(6); j >= 0; j--) {
                text.appendCodePoint(bases[random.nextInt(bases.length)] + random.nextInt(24));
            }
            requireSameAsJdk(text.toString());
        }
    }

    @Test
    void makesNoObjectForATextInOrder() {
        byte[] text = "王样例(北京)Ağ 𠮷 No.12 각が".getBytes(StandardCharsets.UTF_8);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        isInOrder(text);

        long before = thread.getCurrentThreadAllocatedBytes();
        boolean isInOrder = true;
        for (int i = 0; i < 1000; i++) {
            isInOrder &= isInOrder(text);
        }

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
        assertThat(isInOrder).isTrue();
    }

    private static boolean isInOrder(byte[] text) {
        return TextFormCheck.firstWide(TextForm.Width.HALF_LETTERS_AND_DIGITS, text, 0, text.length) < 0
                && TextFormCheck.isNormalised(text, 0, text.length);
    }

    private static void requireSameAsJdk(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        boolean isNormalised = Normalizer.isNormalized(text, Normalizer.Form.NFC);
        if (TextFormCheck.isNormalised(utf8, 0, utf8.length) != isNormalised) {
            throw new AssertionError(
                    "Not as the JDK says: " + text.codePoints().boxed().toList());
        }
    }
}
