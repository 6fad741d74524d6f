package org.exchangebus.routes.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a segment's file gives away, and what it gives back after somebody or something changed it. */
class SealedSegmentTest {

    private static final LandingKey OLD = LandingKey.parse("11".repeat(32)).orElseThrow();
    private static final LandingKey NEW = LandingKey.parse("22".repeat(32)).orElseThrow();
    private static final LandingKeys OLD_ALONE = new LandingKeys(List.of(OLD));

    @TempDir
    Path directory;

    private LandingStore store(LandingKeys keys) throws IOException {
        return new LandingStore(new LandingSettings(directory, keys, Duration.ofDays(90), Long.MAX_VALUE, 0));
    }

    private static byte[] people(int count) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < count; i++) {
            text.append("11010119800101")
                    .append(1000 + random.nextInt(9000))
                    .append(",王小明,")
                    .append(random.nextLong());
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Segment land(Landing landing, byte[] bytes) throws IOException {
        try (Landing.Writer out = landing.begin("people.csv")) {
            out.write(bytes);
            return out.complete(Map.of());
        }
    }

    private Path file(Segment segment) {
        return LandingStore.path(LandingStore.content(directory), segment.sha256());
    }

    /** What comes out before it ends, and the code of the problem that it ends with, or none. */
    private record Outcome(byte[] read, String code) {}

    private Outcome read(LandingKeys keys, Segment segment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = LandingStore.reading(directory, keys).open(segment)) {
            in.transferTo(out);
            return new Outcome(out.toByteArray(), "none");
        } catch (ProblemException e) {
            return new Outcome(out.toByteArray(), e.findings().get(0).problem().code());
        }
    }

    private static void assertGives(Outcome outcome, byte[] bytes, String code) {
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(Arrays.equals(outcome.read(), bytes)).isTrue();
    }

    @Test
    void showsNothingOfWhatLandedAndTakesAFractionOfItsRoom() throws IOException {
        byte[] bytes = people(20_000);
        Segment segment = land(store(OLD_ALONE), bytes);

        byte[] stored = Files.readAllBytes(file(segment));

        assertThat(stored.length).isLessThan(bytes.length / 2);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("110101", "\n11");
        assertThat(segment.bytes()).isEqualTo(bytes.length);
        assertThat(read(OLD_ALONE, segment).read()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void givesBackWhatLandedWhateverItsLength(int megabytesAndABit) throws IOException {
        byte[] bytes = new byte[megabytesAndABit == 0 ? 0 : (megabytesAndABit << 20) - 2 + megabytesAndABit];
        new Random(megabytesAndABit).nextBytes(bytes);

        Segment segment = land(store(OLD_ALONE), bytes);

        assertGives(read(OLD_ALONE, segment), bytes, "none");
    }

    @Test
    void refusesEveryChangeOfASingleByteAndHandsOutNothingThatIsWrong() throws IOException {
        byte[] bytes = people(5_000);
        Segment segment = land(store(OLD_ALONE), bytes);
        byte[] stored = Files.readAllBytes(file(segment));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < SegmentHeader.LENGTH + 40; i++) {
            places.add(i);
        }
        for (int percent = 1; percent <= 100; percent++) {
            places.add((int) ((stored.length - 1L) * percent / 100));
        }

        for (int place : places) {
            byte[] changed = stored.clone();
            changed[place] ^= 1;
            Files.write(file(segment), changed);
            Outcome outcome = read(OLD_ALONE, segment);
            assertThat(outcome.code()).as("byte %d", place).startsWith("ROUTES-0");
            assertThat(Arrays.equals(outcome.read(), Arrays.copyOf(bytes, outcome.read().length)))
                    .as("byte %d", place)
                    .isTrue();
        }
    }

    @Test
    void refusesEveryShorterFile() throws IOException {
        Segment segment = land(store(OLD_ALONE), people(5_000));
        byte[] stored = Files.readAllBytes(file(segment));

        for (int percent = 0; percent < 100; percent++) {
            Files.write(file(segment), Arrays.copyOf(stored, (int) (stored.length * (long) percent / 100)));
            assertThat(read(OLD_ALONE, segment).code()).isEqualTo("ROUTES-017");
        }
        Files.write(file(segment), Arrays.copyOf(stored, stored.length + 1));
        assertThat(read(OLD_ALONE, segment).code()).isEqualTo("ROUTES-017");
    }

    @Test
    void refusesATailThatWasCutEvenWhereTheHeaderIsMadeToAgree() throws IOException {
        byte[] bytes = people(5_000);
        Segment segment = land(store(OLD_ALONE), bytes);
        byte[] stored = Files.readAllBytes(file(segment));
        SegmentHeader header = SegmentHeader.decode(Arrays.copyOf(stored, SegmentHeader.LENGTH))
                .orElseThrow();

        byte[] cut = Arrays.copyOf(stored, SegmentHeader.LENGTH + 5 * 4096);
        byte[] agreed =
                new SegmentHeader(true, header.plainBytes(), cut.length, header.keyId(), header.wrapped()).encoded();
        System.arraycopy(agreed, 0, cut, 0, agreed.length);
        Files.write(file(segment), cut);

        Outcome outcome = read(OLD_ALONE, segment);
        assertThat(outcome.code()).isEqualTo("ROUTES-070");
        assertThat(outcome.read()).isEmpty();
    }

    @Test
    void refusesBlocksInAnotherOrder() throws IOException {
        Segment segment = land(store(OLD_ALONE), people(5_000));
        byte[] stored = Files.readAllBytes(file(segment));
        byte[] changed = stored.clone();
        int first = SegmentHeader.LENGTH + 4096;
        System.arraycopy(stored, first, changed, first + 4096, 4096);
        System.arraycopy(stored, first + 4096, changed, first, 4096);
        Files.write(file(segment), changed);

        assertThat(read(OLD_ALONE, segment).code()).isEqualTo("ROUTES-070");
    }

    @Test
    void refusesAnotherSegmentUnderItsName() throws IOException {
        LandingStore store = store(OLD_ALONE);
        byte[] bytes = people(100);
        Segment one = land(store, bytes);
        bytes[0] = '9';
        Segment other = land(store, bytes);
        Files.copy(file(other), file(one), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        Outcome outcome = read(OLD_ALONE, one);

        assertThat(outcome.code()).isEqualTo("ROUTES-070");
        assertThat(outcome.read()).isEmpty();
        assertThat(read(OLD_ALONE, other).read()).isEqualTo(bytes);
    }

    @Test
    void saysWhichKeyIsWantedWhereItHasAnotherOrNone() throws IOException {
        Segment segment = land(store(OLD_ALONE), people(100));

        for (LandingKeys keys : List.of(new LandingKeys(List.of(NEW)), LandingKeys.NONE)) {
            assertThatThrownBy(() -> LandingStore.reading(directory, keys).open(segment))
                    .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.render(Locale.ENGLISH))
                            .contains("ROUTES-071", OLD.id(), "landing.key")
                            .doesNotContain("ROUTES-070", "1111"));
        }
    }

    @Test
    void readsWithEveryKeyAndWritesWithTheFirst() throws IOException {
        byte[] before = people(100);
        byte[] after = people(200);
        Segment old = land(store(OLD_ALONE), before);
        LandingKeys rotated = new LandingKeys(List.of(NEW, OLD));

        Segment fresh = land(store(rotated), after);

        assertThat(read(rotated, old).read()).isEqualTo(before);
        assertThat(read(rotated, fresh).read()).isEqualTo(after);
        assertThat(read(new LandingKeys(List.of(NEW)), fresh).read()).isEqualTo(after);
        assertThat(read(OLD_ALONE, fresh).code()).isEqualTo("ROUTES-071");
    }

    @Test
    void opensWhatLandedBeforeSegmentsHadAHeaderAndBelievesItsDigestAlone() throws Exception {
        byte[] bytes = people(1_000);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Segment segment = new Segment("old.csv", sha256, bytes.length, Map.of());
        Files.createDirectories(file(segment).getParent());
        Files.write(file(segment), bytes);
        assertGives(read(OLD_ALONE, segment), bytes, "none");

        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(file(segment), changed);

        assertGives(read(OLD_ALONE, segment), new byte[0], "ROUTES-048");
    }

    @Test
    void hashesWhatWasLandedWithoutAKeyBeforeItIsBelieved() throws IOException {
        byte[] bytes = people(5_000);
        Segment segment = land(store(LandingKeys.NONE), bytes);
        byte[] stored = Files.readAllBytes(file(segment));
        assertThat(stored.length).isLessThan(bytes.length / 2);
        assertThat(read(OLD_ALONE, segment).read()).isEqualTo(bytes);

        for (int percent = 1; percent <= 100; percent++) {
            byte[] changed = stored.clone();
            changed[(int) ((stored.length - 1L) * percent / 100)] ^= 1;
            Files.write(file(segment), changed);
            Outcome outcome = read(LandingKeys.NONE, segment);
            assertThat(outcome.code()).isIn("ROUTES-070", "ROUTES-048", "ROUTES-017");
            assertThat(outcome.read()).isEmpty();
        }
    }

    @Test
    void healsAChangedSegmentWhenTheSameBytesLandAgain() throws IOException {
        LandingStore store = store(OLD_ALONE);
        byte[] bytes = people(5_000);
        Segment segment = land(store, bytes);
        byte[] stored = Files.readAllBytes(file(segment));
        stored[stored.length / 2] ^= 1;
        Files.write(file(segment), stored);

        land(store, bytes);

        assertThat(read(OLD_ALONE, segment).read()).isEqualTo(bytes);
    }

    @Test
    void doesNotReadTheFormOfALaterVersion() throws IOException {
        Segment segment = land(store(OLD_ALONE), people(10));
        byte[] stored = Files.readAllBytes(file(segment));
        stored[8] = 2;
        Files.write(file(segment), stored);

        assertThat(read(OLD_ALONE, segment).code()).isEqualTo("ROUTES-072");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "zz", "AAAA", "11111111111111111111111111111111"})
    void takesNothingForAKeyThatIsNot32Bytes(String text) {
        assertThat(LandingKey.parse(text)).isEmpty();
    }

    @Test
    void makesKeysThatItReadsAgainAndThatShowNothing() {
        String made = LandingKey.random();

        assertThat(LandingKey.random()).isNotEqualTo(made);
        assertThat(LandingKey.parse(made).orElseThrow().toString()).doesNotContain(made.substring(0, 8));
    }
}
