package org.exchangebus.adapters.format;

import java.util.Optional;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.adapters.charset.Utf8Decoder;

/**
 * Collects whether a file's text is in another charset than declared. Only the whole file says so: every second short
 * Chinese text in UTF-8 is also sound GBK.
 */
final class CharsetEvidence {

    private static final String UTF_8 = "UTF-8";
    private static final TextDecoder GB18030 = TextDecoder.named("GB18030").orElseThrow();

    private final boolean isDeclaredUtf8;
    private boolean isUtf8 = true;
    private long chineseInUtf8;
    private boolean isGb = true;
    private long undecodable;
    private long decodable;
    private byte[] scratch = new byte[1 << 10];

    CharsetEvidence(TextDecoder declared) {
        this.isDeclaredUtf8 = declared.name().equals(UTF_8);
    }

    /** The first bytes of the file: a byte order mark speaks for UTF-8. */
    void begin(byte[] head) {
        if (head.length >= 3 && Utf8Decoder.isMark(head)) {
            chineseInUtf8++;
        }
    }

    /** A cell that holds bytes above 0x7F. */
    void add(byte[] bytes, int start, int end, boolean isDecodable) {
        if (isDeclaredUtf8) {
            if (isDecodable) {
                decodable++;
            } else {
                undecodable++;
                isGb = isGb && isGb(bytes, start, end);
            }
        } else if (isUtf8) {
            isUtf8 = Utf8Decoder.firstWrong(bytes, start, end) < 0;
            for (int i = start; i < end; i++) {
                int b = bytes[i] & 0xFF;
                chineseInUtf8 += b >= 0xE3 && b <= 0xE9 ? 1 : 0;
            }
        }
    }

    /** The charset that the file is probably in, if it is not the declared one. */
    Optional<String> looksLike() {
        if (isDeclaredUtf8) {
            return undecodable > decodable && isGb ? Optional.of(GB18030.name()) : Optional.empty();
        }
        return isUtf8 && chineseInUtf8 > 0 ? Optional.of(UTF_8) : Optional.empty();
    }

    private boolean isGb(byte[] bytes, int start, int end) {
        int most = (end - start) * TextDecoder.MOST_GROWTH;
        if (scratch.length < most) {
            scratch = new byte[most];
        }
        return GB18030.decode(bytes, start, end, scratch) >= 0;
    }
}
