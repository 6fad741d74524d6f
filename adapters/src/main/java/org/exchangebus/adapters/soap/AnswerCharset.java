package org.exchangebus.adapters.soap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.adapters.charset.DecodedStream;
import org.exchangebus.adapters.charset.TextDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how an answer's bytes are to be read as characters, and reads them strictly.
 *
 * <p>In this order: what the owner wrote; the byte order mark; {@code charset} of the content type; the XML
 * declaration; else UTF-8. Without the owner's word all that is said must agree: many gateways add a charset that
 * is wrong, and ISO-8859-1 would turn every Chinese text into rubbish without one error.
 */
final class AnswerCharset {

    private static final int LOOK_AHEAD = 512;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*\"?([^\\s\";]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");

    private AnswerCharset() {}

    /** Looks at what the content type and the first bytes say; the stream then stands at the first character. */
    static Charset find(BufferedInputStream answer, @Nullable String contentType, Optional<Charset> declared)
            throws IOException {
        answer.mark(LOOK_AHEAD);
        byte[] head = answer.readNBytes(LOOK_AHEAD);
        answer.reset();
        Optional<Charset> mark = skipMark(answer, head);
        if (declared.isPresent()) {
            return declared.get();
        }
        List<String> said = new ArrayList<>();
        mark.ifPresent(charset -> said.add(charset.name()));
        Charset shape = mark.orElse(shape(head));
        if (shape != StandardCharsets.UTF_8) {
            said.add(shape.name());
        }
        first(PARAMETER, contentType == null ? "" : contentType).ifPresent(said::add);
        first(DECLARATION, new String(head, shape).replace("\uFEFF", "")).ifPresent(said::add);
        Charset found = null;
        for (String name : said) {
            Charset charset = known(name);
            if (found != null && !family(found).equals(family(charset))) {
                throw AnswerException.of(SoapProblem.CHARSETS_DISAGREE, said.get(0), name);
            }
            found = found == null ? charset : found;
        }
        return found == null ? StandardCharsets.UTF_8 : widest(found);
    }

    /** Characters of the bytes; bytes that are none are an error and never a replacement. */
    static Reader reader(InputStream bytes, Charset charset) {
        Optional<TextDecoder> decoder = TextDecoder.named(charset.name());
        if (decoder.isPresent()) {
            return new InputStreamReader(new DecodedStream(bytes, decoder.get()), StandardCharsets.UTF_8);
        }
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Lets an answer whose charset is known stand at its first character. */
    static void skipMark(BufferedInputStream answer) throws IOException {
        answer.mark(LOOK_AHEAD);
        byte[] head = answer.readNBytes(3);
        answer.reset();
        skipMark(answer, head);
    }

    private static Optional<Charset> skipMark(InputStream answer, byte[] head) throws IOException {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            answer.skipNBytes(3);
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            answer.skipNBytes(2);
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            answer.skipNBytes(2);
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return Optional.empty();
    }

    /** UTF-16 shows itself without a mark; everything else is read as ASCII as far as the declaration. */
    private static Charset shape(byte[] head) {
        if (startsWith(head, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(head, '<', 0) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static Charset known(String name) throws AnswerException {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw AnswerException.of(SoapProblem.CHARSET_UNKNOWN, name);
        }
    }

    /** Names that do not contradict each other: GB18030 holds GBK and GB2312, UTF-8 holds ASCII. */
    private static String family(Charset charset) {
        String name = charset.name().toUpperCase(Locale.ROOT);
        if (name.startsWith("UTF-16")) {
            return "UTF-16";
        }
        return widest(charset).name();
    }

    private static Charset widest(Charset charset) {
        return switch (charset.name().toUpperCase(Locale.ROOT)) {
            case "GBK", "GB2312", "X-MSWIN-936" -> GB18030;
            case "US-ASCII" -> StandardCharsets.UTF_8;
            default -> charset;
        };
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
