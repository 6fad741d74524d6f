package org.exchangebus.adapters.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Collects whether a file's text is in another charset than declared. Only the whole file says so: every second short
 * Chinese text in UTF-8 is also sound GBK.
 */
final class CharsetEvidence {

    private final boolean isDeclaredUtf8;
    private boolean isUtf8 = true;
    private long chineseInUtf8;
    private boolean isGb = true;
    private long undecodable;
    private long decodable;
    private byte[] scratch = new byte[1 << 10];

    CharsetEvidence(Charset declared) {
        this.isDeclaredUtf8 = declared.equals(StandardCharsets.UTF_8);
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
            return undecodable > decodable && isGb ? Optional.of("GB18030") : Optional.empty();
        }
        return isUtf8 && chineseInUtf8 > 0 ? Optional.of("UTF-8") : Optional.empty();
    }

    private boolean isGb(byte[] bytes, int start, int end) {
        int most = (end - start) * TextDecoder.MOST_GROWTH;
        if (scratch.length < most) {
            scratch = new byte[most];
        }
        return GbDecoder.GB18030.decode(bytes, start, end, scratch) >= 0;
    }
}
