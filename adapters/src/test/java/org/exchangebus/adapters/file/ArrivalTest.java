package org.exchangebus.adapters.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.exchangebus.adapters.MemoryLanding;
import org.exchangebus.adapters.format.FileCheck;
import org.exchangebus.adapters.format.FileFormat;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {

    private final Map<String, byte[]> files = new TreeMap<>();
    private final MemoryLanding landing = new MemoryLanding();
    private Runnable whileSettling = () -> {};
    private boolean isCompanionRequired;

    @BeforeEach
    void aDirectoryIsEmpty() {
        files.clear();
    }

    @Test
    void takesAFileThatDidNotChangeWhileItHadToSettle() throws Exception {
        put("a.csv", "A\n1\n");
        assertThat(taken()).containsExactly("a.csv");
    }

    @Test
    void leavesAFileThatGrewWhileItHadToSettle() throws Exception {
        put("a.csv", "A\n1\n");
        whileSettling = () -> put("a.csv", "A\n1\n2\n");
        assertThat(taken()).isEmpty();
        whileSettling = () -> {};
        assertThat(taken()).containsExactly("a.csv");
    }

    @Test
    void holdsASettledFileWithoutLastLineEnd() throws Exception {
        put("a.csv", "A\n1\n2");
        assertThat(reasons()).singleElement().asString().contains("ADAPTER-034");
    }

    @Test
    void aCompanionThatStatesTheSizeProvesAFileWithoutLastLineEnd() throws Exception {
        put("a.csv", "A\n1\n2");
        put("a.csv.ok", "size=5");
        assertThat(taken()).containsExactly("a.csv");
    }

    @Test
    void waitsForTheCompanionWhereOneIsRequired() throws Exception {
        isCompanionRequired = true;
        put("a.csv", "A\n1\n");
        assertThat(taken()).isEmpty();
        put("a.csv.ok", "");
        assertThat(taken()).containsExactly("a.csv");
    }

    @Test
    void aCompanionThatCameBeforeTheRestOfItsFileDoesNotLetItBeTakenOrHeld() throws Exception {
        put("a.csv", "A\n1\n");
        put("a.csv.ok", "size=6");
        whileSettling = () -> put("a.csv", "A\n1\n2\n");
        Capture capture = capture();
        assertThat(capture.segments()).isEmpty();
        assertThat(capture.held()).isEmpty();
        assertThat(taken()).containsExactly("a.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=999", "rows=2", "sha256=%064d", "md5=%032d"})
    void holdsASettledFileThatItsCompanionContradicts(String claim) throws Exception {
        put("a.csv", "A\n1\n");
        put("a.csv.ok", claim.contains("%") ? claim.formatted(0) : claim);
        assertThat(reasons())
                .singleElement()
                .asString()
                .contains("ADAPTER-031", "The companion says " + claim.split("=")[0] + "=");
    }

    @Test
    void takesAFileThatKeepsAllItsCompanionClaims() throws Exception {
        byte[] bytes = "A\n1\n".getBytes(StandardCharsets.UTF_8);
        put("a.csv", "A\n1\n");
        put("a.csv.ok", "SIZE=4 rows=1\r\nSHA256=" + hex("SHA-256", bytes) + " md5=" + hex("MD5", bytes));
        assertThat(taken()).containsExactly("a.csv");
    }

    @Test
    void holdsAFileWhoseCompanionCannotBeRead() throws Exception {
        put("a.csv", "A\n1\n");
        put("a.csv.ok", "fine, thank you");
        assertThat(reasons()).singleElement().asString().contains("ADAPTER-032", "'fine,'");
    }

    @Test
    void holdsACompanionWithoutItsFile() throws Exception {
        put("a.csv.ok", "size=4");
        assertThat(reasons()).singleElement().asString().contains("ADAPTER-033", "'a.csv.ok'");
    }

    @Test
    void tellsAnEmptyFileOnPurposeFromABrokenOne() throws Exception {
        put("a.csv", "");
        put("b.csv", "");
        put("b.csv.ok", "size=0 rows=0");
        Capture capture = capture();
        assertThat(capture.segments()).extracting(Segment::name).containsExactly("b.csv");
        assertThat(capture.held()).extracting(held -> held.segment().name()).containsExactly("a.csv");
    }

    @Test
    void leavesWhatThePatternDoesNotName() throws Exception {
        put("readme.txt", "x");
        put("a.csv", "A\n1\n");
        assertThat(taken()).containsExactly("a.csv");
    }

    @Test
    void aHeldFileDisturbsNoOther() throws Exception {
        put("a.csv", "A\n1\n");
        put("b.csv", "A\n1\n2");
        put("c.csv", "A\n3\n");
        Capture capture = capture();
        assertThat(capture.segments()).extracting(Segment::name).containsExactly("a.csv", "c.csv");
        assertThat(capture.held()).extracting(held -> held.segment().name()).containsExactly("b.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "a\nb", "a\rb", "a\u0000b", "a\uFFFDb", "/a"})
    void aNameThatIsNotOnePlainSegmentIsNone(String name) {
        assertThat(RemoteFile.isPlainSegment(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "许可 一.csv", " a", "a ", "..a", "a..b", "𠮷.csv", "😀", "%2e%2e", "-l"})
    void aNameThatIsOnlyUnusualIsTaken(String name) {
        assertThat(RemoteFile.isPlainSegment(name)).isTrue();
    }

    private void put(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> taken() throws Exception {
        return capture().segments().stream().map(Segment::name).toList();
    }

    private List<String> reasons() throws Exception {
        return capture().held().stream()
                .map(held -> held.reason().render(Locale.ENGLISH))
                .toList();
    }

    private Capture capture() throws Exception {
        ArrivalRules rules =
                new ArrivalRules(ArrivalRules.glob("*.csv"), ".ok", isCompanionRequired, Duration.ofSeconds(5));
        FileSource source = new FileSource(
                directory -> new InMemory(),
                new FileSource.Place("/in", "done", "held"),
                rules,
                new Lines(),
                duration -> whileSettling.run());
        return source.capture(new Capture.Request(1, null, landing));
    }

    private static String hex(String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    private final class InMemory implements RemoteDirectory {

        @Override
        public Listing list() {
            return Listing.of(files.entrySet().stream()
                    .map(entry -> new RemoteFile(entry.getKey(), entry.getValue().length, ""))
                    .toList());
        }

        @Override
        public long fetch(String name, OutputStream to) throws IOException {
            to.write(files.get(name));
            return files.get(name).length;
        }

        @Override
        public void move(String name, String directory, String newName) {
            files.remove(name);
        }

        @Override
        public void moveBack(String path, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    /** Lines after a header; an empty file is none. */
    private static final class Lines implements FileFormat {

        @Override
        public List<String> fields() {
            return List.of("A");
        }

        @Override
        public FileCheck check(java.io.InputStream in, String place) throws IOException {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            long rows = text.lines().count() - 1;
            return new FileCheck(rows, 0, text.endsWith("\n"), null);
        }

        @Override
        public org.exchangebus.adapters.BlockReader open(java.io.InputStream in, String place) {
            throw new UnsupportedOperationException();
        }
    }
}
