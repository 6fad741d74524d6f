package org.exchangebus.adapters.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateUseTest {

    /** Two-byte codes that GB 18030-2022 still leaves to private use though Unicode has the ideographs. */
    private static final Map<Integer, Integer> STILL_PRIVATE = Map.of(
            0xE816, 0x20087, 0xE817, 0x20089, 0xE818, 0x200CC, 0xE831, 0x215D7, 0xE83B, 0x2298F, 0xE855, 0x241FE);

    @Test
    void theSharedTableIsWhatGbkCalledPrivateUseAndGb18030CallsACharacterByNow() {
        Charset gbk = Charset.forName("GBK");
        Charset gb18030 = Charset.forName("GB18030");
        Map<Integer, Integer> moved = new TreeMap<>(STILL_PRIVATE);
        for (int lead = 0x81; lead <= 0xFE; lead++) {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                byte[] code = {(byte) lead, (byte) trail};
                String before = new String(code, gbk);
                String now = new String(code, gb18030);
                boolean isMoved = before.length() == 1 && isPrivate(before) && !isPrivate(now);
                if (isMoved) {
                    moved.put((int) before.charAt(0), (int) now.charAt(0));
                }
            }
        }
        assertThat(PrivateUseTable.shared()).isEqualTo(moved).hasSize(105);
    }

    @Test
    void theSixThatAreStillPrivateAreIdeographsOfExtensionB() {
        assertThat(STILL_PRIVATE.values()).allSatisfy(c -> assertThat(Character.UnicodeBlock.of(c))
                .isEqualTo(Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_B));
    }

    /** The JDK can be told to follow the edition of 2000; landed bytes may not come to mean something else by it. */
    @Test
    void everyCodeMeansTheSameWhateverEditionTheJdkFollows() throws Exception {
        Process other = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Djdk.charset.GB18030=2000",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EveryCode.class.getName())
                .redirectErrorStream(true)
                .start();
        try (InputStream out = other.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(said.split(" ")).hasSize(2);
            assertThat(said.split(" ")[0]).isNotEqualTo(EveryCode.ofTheJdk());
            assertThat(said.split(" ")[1]).isEqualTo(EveryCode.ofOurs());
        }
    }

    /** Digests of what all two- and four-byte codes of the basic plane mean, to the JDK and to us. */
    static final class EveryCode {

        /** 81308130 to 8431A439. */
        private static final int FOUR_BYTES = 39_420;

        private EveryCode() {}

        public static void main(String[] arguments) throws NoSuchAlgorithmException {
            System.out.println(ofTheJdk() + " " + ofOurs());
        }

        static String ofTheJdk() throws NoSuchAlgorithmException {
            return digest(new String(all(), Charset.forName("GB18030")).getBytes(StandardCharsets.UTF_8));
        }

        static String ofOurs() throws NoSuchAlgorithmException {
            byte[] all = all();
            byte[] text = new byte[all.length * TextDecoder.MOST_GROWTH];
            int length = TextDecoder.named("GB18030").orElseThrow().decode(all, 0, all.length, text);
            return digest(java.util.Arrays.copyOf(text, length));
        }

        private static byte[] all() {
            ByteArrayOutputStream codes = new ByteArrayOutputStream();
            for (int lead = 0x81; lead <= 0xFE; lead++) {
                for (int trail = 0x40; trail <= 0xFE; trail++) {
                    if (trail != 0x7F) {
                        codes.write(lead);
                        codes.write(trail);
                    }
                }
            }
            for (int number = 0; number < FOUR_BYTES; number++) {
                codes.write(0x81 + number / 12_600);
                codes.write(0x30 + number / 1_260 % 10);
                codes.write(0x81 + number / 10 % 126);
                codes.write(0x30 + number % 10);
            }
            return codes.toByteArray();
        }

        private static String digest(byte[] bytes) throws NoSuchAlgorithmException {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a\uE5E5, ADAPTER-080, U+E5E5, 1",
        "\uDB80\uDC00, ADAPTER-080, U+F0000, 0",
        "王𠮷\uDBC0\uDC01, ADAPTER-080, U+100001, 2",
        "王\uFFFD, ADAPTER-081, U+FFFD, 1",
    })
    void whatNobodyCanReadIsRefusedByItsNameAndPlace(String text, String code, String character, String place) {
        assertThat(PrivateUse.SHARED.isPlain(text)).isFalse();
        assertThat(isPlainInUtf8(text)).isFalse();
        assertThat(PrivateUse.SHARED.refusal("XM", text)).get().satisfies(refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(code);
            assertThat(refusal.arguments()).containsExactly("XM", character, place);
        });
    }

    @Test
    void halfACharacterIsRefused() {
        for (String half : List.of("\uD842", "a\uDFB7b")) {
            assertThat(PrivateUse.SHARED.refusal("XM", half))
                    .get()
                    .extracting(Refusal::problem)
                    .isEqualTo(CharsetProblem.HALF_CHARACTER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "王伟", "𠮷㐂", "，：（Ａ）", "\uFFFC", "\uF900", "\uDB7F\uDFFD"})
    void everythingElseIsTaken(String text) {
        assertThat(isPlainInUtf8(text)).isTrue();
        assertThat(PrivateUse.SHARED.refusal("XM", text)).isEmpty();
        assertThat(PrivateUse.SHARED.replaced(text)).isEqualTo(text);
    }

    @Test
    void theCharactersOfBytesAndOfTextsAreJudgedAlike() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                String text = Character.toString(c);
                boolean isWanted = PrivateUse.SHARED.unwanted(text).isEmpty()
                        && PrivateUse.SHARED.replaced(text).equals(text);
                boolean isNone = (c & 0xFFFE) == 0xFFFE;
                if (!isNone && isWanted != isPlainInUtf8(text)) {
                    assertThat(isPlainInUtf8(text)).as("U+%04X", c).isEqualTo(isWanted);
                }
            }
        }
    }

    private static boolean isPlainInUtf8(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return PrivateUse.SHARED.isPlain(utf8, 0, utf8.length);
    }

    private static boolean isPrivate(String text) {
        return Character.getType(text.codePointAt(0)) == Character.PRIVATE_USE;
    }
}
