package org.exchangebus.adapters.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GbDecoderTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "GB2312"})
    void acceptsTheOneAndTwoByteCodesThatTheJdkAcceptsAndGivesThemTheCharacterOfGb18030(String name) {
        TextDecoder decoder = TextDecoder.named(name).orElseThrow();
        CharsetDecoder jdk = Charset.forName(name).newDecoder();
        CharsetDecoder gb18030 = GB18030.newDecoder();
        int decoded = 0;
        for (int code = 0; code < 0x10000; code++) {
            byte[] bytes = code < 0x100 ? new byte[] {(byte) code} : new byte[] {(byte) (code >> 8), (byte) code};
            String found = decoded(decoder, bytes);
            String expected = strictly(jdk, bytes) == null ? null : meant(strictly(gb18030, bytes));
            if (!java.util.Objects.equals(found, expected)) {
                assertThat(found).as("code %04x", code).isEqualTo(expected);
            }
            decoded += found == null ? 0 : 1;
        }
        assertThat(decoded).isGreaterThan(7_000);
    }

    @Test
    void decodesEveryFourByteCodeAsTheJdkDoes() {
        TextDecoder decoder = TextDecoder.named("GB18030").orElseThrow();
        CharsetDecoder jdk = GB18030.newDecoder().onMalformedInput(java.nio.charset.CodingErrorAction.REPLACE);
        jdk.onUnmappableCharacter(java.nio.charset.CodingErrorAction.REPLACE);
        byte[] target = new byte[8];
        int decoded = 0;
        for (int lead = 0x81; lead <= 0xFE; lead++) {
            for (int rest = 0; rest < 10 * 126 * 10; rest++) {
                byte[] code = {
                    (byte) lead,
                    (byte) (0x30 + rest / 1_260),
                    (byte) (0x81 + rest / 10 % 126),
                    (byte) (0x30 + rest % 10)
                };
                int length = decoder.decode(code, 0, 4, target);
                String expected = decodedByJdk(jdk, code);
                boolean isNone = expected.indexOf('\uFFFD') >= 0
                        && !HexFormat.of().formatHex(code).equals("8431a437");
                String found = length < 0 ? null : new String(target, 0, length, StandardCharsets.UTF_8);
                if (isNone ? found != null : !meant(expected).equals(found)) {
                    fail("%s is %s and not %s", HexFormat.of().formatHex(code), found, expected);
                }
                decoded += found == null ? 0 : 1;
            }
        }
        assertThat(decoded).isEqualTo(39_420 + 0x100000);
    }

    @ParameterizedTest
    @CsvSource({
        "A6D9, FE10",
        "A6F3, FE19",
        "A8BC, 1E3F",
        "FE59, 9FB4",
        "FEA0, 9FBB",
        "8135F437, 1E3F",
        "82359037, 9FB4",
        "84318236, FE10",
        "FE51, 20087",
        "95329031, 20087",
        "FE91, 241FE",
        "A892, 2295",
        "A1A4, B7",
        "A1AA, 2014",
        "8431A437, FFFD",
        "90308130, 10000",
        "E3329A35, 10FFFF",
    })
    void givesTheCharacterThatIsMeantWhateverTheEdition(String code, String character) {
        String expected = Character.toString(Integer.parseInt(character, 16));
        byte[] bytes = HexFormat.of().parseHex(code);
        for (String name : new String[] {"GB18030", "GB18030-2000", "GB18030-2005", "gb18030-2022"}) {
            assertThat(decoded(TextDecoder.named(name).orElseThrow(), bytes)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8431A530", "8F39FE39", "E3329A36", "FE39FE39", "8130", "81", "80", "FF", "A17F"})
    void refusesCodesThatAreNone(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(decoded(TextDecoder.named("GB18030").orElseThrow(), bytes)).isNull();
    }

    @Test
    void namesTheOffsetOfAByteWithoutMeaning() {
        byte[] source = {'a', (byte) 0xD6, (byte) 0xD0, (byte) 0xFF, 'b'};
        int result = TextDecoder.named("GBK").orElseThrow().decode(source, 0, source.length, new byte[16]);
        assertThat(-1 - result).isEqualTo(3);
    }

    @Test
    void knowsNoOtherCharsets() {
        assertThat(TextDecoder.named("Big5")).isEmpty();
        assertThat(TextDecoder.named("GB18030-1999")).isEmpty();
        assertThat(TextDecoder.named("no such name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C0AF",
                "E08080",
                "EDA080",
                "F4908080",
                "F08080AF",
                "E4BD",
                "80",
                "FF",
                "F5808080",
                "C241",
                "E4BD41"
            })
    void refusesUtf8ThatTheJdkRefuses(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThat(strictly(StandardCharsets.UTF_8.newDecoder(), bytes)).isNull();
        assertThat(Utf8Decoder.firstWrong(bytes, 0, bytes.length)).isNotNegative();
    }

    @Test
    void acceptsEveryCharacterOfUnicodeInUtf8() {
        for (int c = 0x80; c <= Character.MAX_CODE_POINT; c++) {
            if (c < 0xD800 || c > 0xDFFF) {
                byte[] bytes = Character.toString(c).getBytes(StandardCharsets.UTF_8);
                if (Utf8Decoder.firstWrong(bytes, 0, bytes.length) >= 0) {
                    fail("U+%04X", c);
                }
            }
        }
    }

    private static String decoded(TextDecoder decoder, byte[] bytes) {
        byte[] target = new byte[8];
        int length = decoder.decode(bytes, 0, bytes.length, target);
        return length < 0 ? null : new String(Arrays.copyOf(target, length), StandardCharsets.UTF_8);
    }

    /** What the shared table makes of it; {@code PrivateUseTest} holds that table to its sources. */
    private static String meant(String text) {
        return PrivateUse.SHARED.replaced(text);
    }

    private static String decodedByJdk(CharsetDecoder decoder, byte[] code) {
        try {
            return decoder.decode(ByteBuffer.wrap(code)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String strictly(CharsetDecoder decoder, byte[] bytes) {
        try {
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
