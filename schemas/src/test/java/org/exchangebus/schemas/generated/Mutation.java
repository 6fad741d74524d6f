package org.exchangebus.schemas.generated;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes inputs of a format: three of four from a good one, in which some places are changed; the fourth from the
 * format's pieces alone.
 */
public final class Mutation {

    private static final int MOST_CHANGES = 6;
    private static final int MOST_PIECES = 60;
    private static final int MOST_REPETITIONS = 3_000;
    private static final int LONGEST = 64 << 10;
    private static final int[] TELLING = {
        0, 1, '\t', '\n', '\r', ' ', '"', '\'', ',', '0', '<', '[', '\\', '{', '|', 0x7F, 0x80, 0x81, 0xBF, 0xC0, 0xE4,
        0xED, 0xEF, 0xF0, 0xF4, 0xFE, 0xFF
    };

    private final List<byte[]> samples;
    private final List<byte[]> pieces;

    private Mutation(List<byte[]> samples, List<byte[]> pieces) {
        this.samples = samples;
        this.pieces = pieces;
    }

    /** Of good inputs and of the pieces that they are built of, such as quotes, names and line ends. */
    public static Mutation of(List<byte[]> samples, List<byte[]> pieces) {
        return new Mutation(samples, pieces);
    }

    /** The same for texts in UTF-8. */
    public static Mutation ofTexts(List<String> samples, String... pieces) {
        return of(bytes(samples, StandardCharsets.UTF_8), bytes(List.of(pieces), StandardCharsets.UTF_8));
    }

    /** Texts as bytes of a charset. */
    public static List<byte[]> bytes(List<String> texts, Charset charset) {
        return texts.stream().map(text -> text.getBytes(charset)).toList();
    }

    /** An input; equal random numbers make equal ones. */
    public byte[] input(SplittableRandom random) {
        byte[] input;
        if (random.nextInt(4) == 0) {
            input = ofPieces(random);
        } else {
            input = any(samples, random);
            int changes = 1 + random.nextInt(MOST_CHANGES);
            for (int i = 0; i < changes; i++) {
                input = changed(input, random);
            }
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] ofPieces(SplittableRandom random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int count = random.nextInt(MOST_PIECES);
        for (int i = 0; i < count; i++) {
            out.writeBytes(any(pieces, random));
        }
        return out.toByteArray();
    }

    private byte[] changed(byte[] input, SplittableRandom random) {
        int at = random.nextInt(input.length + 1);
        int to = Math.min(input.length, at + random.nextInt(32));
        byte[] slice = Arrays.copyOfRange(input, at, to);
        return switch (random.nextInt(9)) {
            case 0 -> flipped(input, at, random);
            case 1 -> replaced(input, at, Math.min(at + 1, input.length), telling(random));
            case 2 -> replaced(input, at, to, new byte[0]);
            case 3 -> replaced(input, at, at, slice);
            case 4 -> replaced(input, at, at, any(pieces, random));
            case 5 -> replaced(input, at, to, any(pieces, random));
            case 6 -> Arrays.copyOf(input, at);
            case 7 -> spliced(input, at, any(samples, random), random);
            default -> replaced(input, at, at, repeated(slice, random));
        };
    }

    private static byte[] flipped(byte[] input, int at, SplittableRandom random) {
        byte[] flipped = input.clone();
        if (at < input.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] telling(SplittableRandom random) {
        return new byte[] {(byte) TELLING[random.nextInt(TELLING.length)]};
    }

    private static byte[] spliced(byte[] input, int at, byte[] other, SplittableRandom random) {
        int from = random.nextInt(other.length + 1);
        return replaced(input, at, input.length, Arrays.copyOfRange(other, from, other.length));
    }

    /** Much of the same, which is what finds out recursion and squares. */
    private static byte[] repeated(byte[] slice, SplittableRandom random) {
        int most = slice.length == 0 ? 0 : Math.min(MOST_REPETITIONS, LONGEST / slice.length);
        byte[] all = new byte[slice.length * random.nextInt(most + 1)];
        for (int i = 0; i < all.length; i++) {
            all[i] = slice[i % slice.length];
        }
        return all;
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] by) {
        byte[] replaced = Arrays.copyOf(input, from + by.length + input.length - to);
        System.arraycopy(by, 0, replaced, from, by.length);
        System.arraycopy(input, to, replaced, from + by.length, input.length - to);
        return replaced;
    }

    private static byte[] any(List<byte[]> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
