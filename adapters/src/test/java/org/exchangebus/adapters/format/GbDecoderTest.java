package org.exchangebus.adapters.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GbDecoderTest {

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "GB2312"})
    void decodesEveryTwoByteCodeAsTheJdkDoes(String name) {
        Charset charset = Charset.forName(name);
        TextDecoder decoder = TextDecoder.of(charset);
        byte[] target = new byte[8];
        int decoded = 0;
        for (int code = 0; code < 0x10000; code++) {
            byte[] pair = {(byte) (code >> 8), (byte) code};
            int length = decoder.decode(pair, 0, 2, target);
            byte[] expected = strictly(charset, pair);
            byte[] found = length < 0 ? null : Arrays.copyOf(target, length);
            if (!Arrays.equals(found, expected)) {
                assertThat(found).as("code %04x", code).isEqualTo(expected);
            }
            decoded += length > 0 ? 1 : 0;
        }
        assertThat(decoded).isGreaterThan(7_000);
    }

    @Test
    void decodesRareCharactersOfFourBytes() {
        String text = "𠮷㐂㐀䶵é王";
        byte[] source = text.getBytes(Charset.forName("GB18030"));
        byte[] target = new byte[source.length * 2];
        int length = TextDecoder.of(Charset.forName("GB18030")).decode(source, 0, source.length, target);
        assertThat(new String(target, 0, length, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void namesTheOffsetOfAByteWithoutMeaning() {
        byte[] source = {'a', (byte) 0xD6, (byte) 0xD0, (byte) 0xFF, 'b'};
        int result = TextDecoder.of(Charset.forName("GBK")).decode(source, 0, source.length, new byte[16]);
        assertThat(-1 - result).isEqualTo(3);
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
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);
        assertThat(strictly(StandardCharsets.UTF_8, bytes)).isNull();
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

    private static byte[] strictly(Charset charset, byte[] bytes) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
