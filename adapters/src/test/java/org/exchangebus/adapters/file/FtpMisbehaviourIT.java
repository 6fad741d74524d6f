package org.exchangebus.adapters.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.exchangebus.adapters.MemoryLanding;
import org.exchangebus.adapters.Source;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The FTP client against a server that lies; what is looked at is what was landed and what the server was told. */
class FtpMisbehaviourIT {

    private static final Charset GBK = Charset.forName("GBK");

    private static final String ADAPTER = """
            summary: A server that lies, for this test only.
            title: 测试
            department: 测试
            contact: test@example.org
            protocol: ftp
            connection:
              host: 127.0.0.1
              port: ${lying.port}
              user: exchange
              password: ${secret:lying.password}
              control-charset: GBK
              read-timeout: 5s
            sources:
              paper:
                summary: Papers in CSV, as many as there are.
                mapping: paper
                resource: paper
                schedule: every 20s
                directory: /in
                pattern: "*.csv"
                companion: {suffix: .ok, required: false}
                settled-for: 20ms
                after: {delivered: move done/, held: move held/}
                format: {kind: csv, charset: GBK}
                fields: [A, B]
            """;

    @TempDir
    java.nio.file.Path folder;

    private final MemoryLanding landing = new MemoryLanding();
    private LyingFtpServer server;
    private Source source;

    @BeforeEach
    void start() throws IOException {
        server = new LyingFtpServer(GBK);
        source = open(ADAPTER);
    }

    @AfterEach
    void stop() throws Exception {
        source.close();
        server.close();
    }

    @Test
    void takesAFileInBinaryWithAChineseNameAndMovesItWhenItIsDelivered() throws Exception {
        server.files.put("许可一.csv", "A,B\n甲,1\n".getBytes(GBK));

        Capture capture = capture();

        assertThat(names(capture)).containsExactly("许可一.csv");
        assertThat(landing.bytes(capture.segments().get(0))).isEqualTo("A,B\n甲,1\n".getBytes(GBK));
        assertThat(server.commands).contains("TYPE I").doesNotContain("TYPE A");
        source.acknowledge(new Capture.Acknowledgement(capture.segments(), List.of()));
        assertThat(server.files.keySet()).singleElement().asString().matches("done/许可一\\.[0-9a-f]{8}\\.csv");
        assertThat(capture().segments()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void refusesATransferThatWasCutShortThoughTheServerSays226(boolean offersMlsd) {
        server.offersMlsd = offersMlsd;
        server.files.put("a.csv", "A,B\n1,2\n3,4\n".getBytes(GBK));
        server.bytesPerFile = 8;

        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-026").hasMessageContaining("8 bytes came");
        assertThat(landing.size()).isZero();
        assertThat(server.files).containsKey("a.csv");
    }

    @Test
    void throwsAwayWhatCameBeforeTheConnectionWasReset() {
        server.files.put("a.csv", "A,B\n1,2\n".repeat(100_000).getBytes(GBK));
        server.bytesPerFile = 500_000;
        server.resetsData = true;

        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-028").hasMessageContaining("reset");
        assertThat(landing.size()).isZero();
        assertThat(server.files).containsKey("a.csv");
    }

    @Test
    void failsRatherThanLeaveOutALineOfTheListingThatItDoesNotUnderstand() {
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        server.moreLines.add("2026/07/01 8:00 b.csv 12 bytes");

        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-023").hasMessageContaining("Of 2 lines");
        assertThat(server.asked("RETR")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.csv", "..\\evil.csv", "/etc/evil.csv", "a\u0001b.csv"})
    void sendsNoCommandForANameThatIsNotOnePlainSegment(String name) throws Exception {
        server.offersMlsd = true;
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        server.moreLines.add("type=file;size=8;modify=20260701080000; " + name);

        Capture capture = capture();

        assertThat(names(capture)).containsExactly("a.csv");
        assertThat(reasons(capture)).singleElement().asString().contains("ADAPTER-030");
        assertThat(server.commands).noneMatch(line -> line.contains("evil") || line.contains("\u0001"));
        source.acknowledge(new Capture.Acknowledgement(List.of(), segments(capture)));
        assertThat(server.commands).noneMatch(line -> line.contains("evil") || line.contains("\u0001"));
    }

    @Test
    void refusesANameThatIsNotInTheDeclaredCharset() throws Exception {
        try (LyingFtpServer other = new LyingFtpServer(StandardCharsets.ISO_8859_1)) {
            server.close();
            server = other;
            source = open(ADAPTER);
            other.moreLines.add("-rw-r--r--   1 ftp ftp          8 Jul 01 08:00 \u00ff\u00ff.csv");
            assertThat(reasons(capture())).singleElement().asString().contains("ADAPTER-030");
            assertThat(other.asked("RETR")).isZero();
        }
    }

    @Test
    void doesNotFollowTheServerToAnotherHost() {
        server.passiveHost = "192,0,2,7";

        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-024").hasMessageContaining("192.0.2.7");
    }

    @Test
    void ignoresTheOtherHostWhereTheOwnerSaysSo() throws Exception {
        source = open(ADAPTER.replace("read-timeout: 5s", "passive-address: ignored"));
        server.passiveHost = "192,0,2,7";
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));

        assertThat(names(capture())).containsExactly("a.csv");
    }

    @Test
    void leavesAFileThatVanishesUnderItsHandsToTheNextRun() throws Exception {
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        server.deletesOnRetr = true;

        assertThat(capture().segments()).isEmpty();
    }

    @Test
    void saysSoWhenTheServerRefusesAFileThatIsThere() {
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        server.refusesRetr = true;

        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-027").hasMessageContaining("550");
    }

    @Test
    void holdsOneFileThatTheServerRefusesAndTakesTheOthers() throws Exception {
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        server.files.put("b.csv", "A,B\n3,4\n".getBytes(GBK));
        server.refusedName = "a.csv";

        Capture capture = capture();

        assertThat(names(capture)).containsExactly("b.csv");
        assertThat(capture.held()).singleElement().satisfies(held -> assertThat(
                        held.reason().render(Locale.ENGLISH))
                .contains("ADAPTER-027", "a.csv"));
    }

    @Test
    void takesTheResultOfALongDownloadWhoseControlConnectionDiedIfItIsWhole() throws Exception {
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        server.hangsUpAfterRetr = true;

        assertThat(names(capture())).containsExactly("a.csv");
        assertThat(server.asked("USER")).isEqualTo(2);
    }

    @Test
    void refusesTheResultIfTheControlConnectionDiedAndItIsNotWhole() {
        server.files.put("a.csv", "A,B\n1,2\n3,4\n".getBytes(GBK));
        server.hangsUpAfterRetr = true;
        server.bytesPerFile = 8;

        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-026");
        assertThat(landing.size()).isZero();
    }

    @Test
    void aFileThatCameAgainUnderItsNameIsNotMovedForTheOneThatWasTaken() throws Exception {
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        Capture capture = capture();
        server.files.put("a.csv", "A,B\n1,2\n3,4\n".getBytes(GBK));

        source.acknowledge(new Capture.Acknowledgement(capture.segments(), List.of()));

        assertThat(server.files).containsOnlyKeys("a.csv");
        assertThat(capture().segments()).extracting(Segment::bytes).containsExactly(12L);
    }

    @Test
    void aFileThatCameAgainWithTheSameSizeAndTimeComesBackAndIsTaken() throws Exception {
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        server.files.put("a.csv.ok", "rows=1".getBytes(GBK));
        Capture capture = capture();
        server.files.put("a.csv", "A,B\n1,3\n".getBytes(GBK));

        source.acknowledge(new Capture.Acknowledgement(capture.segments(), List.of()));

        assertThat(server.files).containsOnlyKeys("a.csv", "a.csv.ok");
        assertThat(landing.bytes(capture().segments().get(0))).asString().contains("1,3");
    }

    @Test
    void aFileThatCameTwiceWhileItWasMovedIsNamed() throws Exception {
        server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));
        Capture capture = capture();
        server.files.put("a.csv", "A,B\n1,3\n".getBytes(GBK));
        server.afterMove = () -> server.files.put("a.csv", "A,B\n1,4\n".getBytes(GBK));

        assertThatThrownBy(() -> source.acknowledge(new Capture.Acknowledgement(capture.segments(), List.of())))
                .hasMessageContaining("ADAPTER-035");
        assertThat(server.files).hasSize(2).containsKey("a.csv");
    }

    @Test
    void theSameFileSentTwiceIsMovedTwice() throws Exception {
        for (int i = 1; i <= 2; i++) {
            server.files.put("a.csv", "A,B\n1,2\n".getBytes(GBK));

            source.acknowledge(new Capture.Acknowledgement(capture().segments(), List.of()));

            assertThat(server.files.keySet()).hasSize(i).allMatch(name -> name.startsWith("done/"));
        }
    }

    @Test
    void wrongPasswordDirectoryAndAddressAreToldApart() throws Exception {
        server.password = "other";
        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-021").hasMessageContaining("'exchange'");
        server.password = "right";
        source = open(ADAPTER.replace("directory: /in", "directory: /out"));
        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-022").hasMessageContaining("'/out'");
        source = open(ADAPTER);
        server.close();
        assertThatThrownBy(this::capture).hasMessageContaining("ADAPTER-020");
    }

    private Source open(String yaml) throws IOException {
        return FileTests.open(
                folder, yaml, Map.of("lying.port", String.valueOf(server.port())), Map.of("lying.password", "right"));
    }

    private Capture capture() throws Exception {
        return source.capture(new Capture.Request(1, null, landing));
    }

    private static List<String> names(Capture capture) {
        return capture.segments().stream().map(Segment::name).toList();
    }

    private static List<Segment> segments(Capture capture) {
        return capture.held().stream().map(Capture.Held::segment).toList();
    }

    private static List<String> reasons(Capture capture) {
        return capture.held().stream()
                .map(held -> held.reason().render(Locale.ENGLISH))
                .toList();
    }
}
