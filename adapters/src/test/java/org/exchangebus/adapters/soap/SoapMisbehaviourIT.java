package org.exchangebus.adapters.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Landing;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services, gateways and attackers that do not do what a service should. */
class SoapMisbehaviourIT extends SoapContract {

    private static final byte[] GOOD = answer(data(1, record("1", "a"))).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "500 Internal Server Error"})
    void knowsAFaultWhateverItsStatus(String status) throws Exception {
        String fault = envelope("<s:Fault><faultcode>s:Server</faultcode><faultstring>no rights for 110105199001011234"
                + "\n at com.example.Secret</faultstring></s:Fault>");
        try (StubService stub = new StubService(
                (number, out) -> StubService.write(out, status, "text/xml", fault.getBytes(StandardCharsets.UTF_8)))) {
            refused(asking(stub))
                    .hasMessageContaining(
                            "ADAPTER-107  The service answered with the fault 's:Server': no rights for ***.")
                    .message()
                    .doesNotContain("110105")
                    .doesNotContain("com.example");
            assertThat(stub.questions()).hasSize(1);
        }
    }

    @Test
    void takesAPageForPeopleForNoAnswer() throws Exception {
        try (StubService stub = new StubService((number, out) -> StubService.write(
                out, "200 OK", "text/html;charset=utf-8", "<html>登录</html>".getBytes(StandardCharsets.UTF_8)))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-105").hasMessageContaining("text/html");
        }
        try (StubService stub = StubService.of("<html><body>登录</body></html>")) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-106").hasMessageContaining("'html'");
        }
        try (StubService stub = new StubService((number, out) -> StubService.write(
                out, "200 OK", "multipart/related; type=\"application/xop+xml\"; boundary=x", GOOD))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-105");
        }
    }

    @Test
    void landsNothingOfAnAnswerThatBreaksOffAndTriesAgain() throws Exception {
        StubService.Script broken = (number, out) -> {
            if (number < 3) {
                StubService.head(out, "200 OK", "text/xml", "Transfer-Encoding: chunked\r\n");
                out.write("100\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(GOOD, 0, 100);
            } else {
                StubService.write(out, "200 OK", "text/xml", GOOD);
            }
        };
        try (StubService stub = new StubService(broken)) {
            OneSystem system = asking(stub);
            assertThat(system.rows(system.capture(null))).containsExactly(List.of("1", "a"));
            assertThat(system.landing().size()).isEqualTo(1);
            assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
        }
    }

    @Test
    void givesUpAfterThreeTries() throws Exception {
        try (StubService stub = new StubService((number, out) -> {
            StubService.head(out, "200 OK", "text/xml", "Content-Length: " + (GOOD.length + 10) + "\r\n");
            out.write(GOOD);
        })) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-102").hasMessageContaining("after 3 tries");
            assertThat(stub.questions()).hasSize(3);
        }
        refused(asking("http://127.0.0.1:1/", "", SOURCE)).hasMessageContaining("ADAPTER-102");
    }

    @Test
    void repeatsWhatMayPassAndNothingElse() throws Exception {
        try (StubService stub =
                new StubService((number, out) -> StubService.write(out, "404 Not Found", "text/xml", new byte[0]))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-103").hasMessageContaining("status 404");
            assertThat(stub.questions()).hasSize(1);
        }
        try (StubService stub =
                new StubService((number, out) -> StubService.write(out, "502 Bad Gateway", "text/html", new byte[0]))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-103");
            assertThat(stub.questions()).hasSize(3);
        }
    }

    @Test
    void doesNotCarryItsPasswordToAnotherHost() throws Exception {
        try (StubService canary = StubService.of("x");
                StubService stub = new StubService((number, out) -> StubService.write(
                        out,
                        "307 Temporary Redirect",
                        "text/xml",
                        new byte[0],
                        "Location: http://localhost:" + canary.port() + "/\r\n"))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-104").hasMessageContaining("'localhost'");
            assertThat(canary.questions()).isEmpty();
        }
    }

    @Test
    void expandsNoEntityAndFetchesNothing() throws Exception {
        try (StubService canary = StubService.of("secret")) {
            String fetch = "<!DOCTYPE d [<!ENTITY % p SYSTEM 'http://127.0.0.1:" + canary.port()
                    + "/p'> %p; <!ENTITY e SYSTEM 'http://127.0.0.1:" + canary.port() + "/e'>]>";
            String external = "<!DOCTYPE d SYSTEM 'http://127.0.0.1:" + canary.port() + "/d.dtd'>";
            String laughs = "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '" + "&a;".repeat(1_000) + "'><!ENTITY c '"
                    + "&b;".repeat(1_000) + "'>]>";
            for (String doctype : List.of(fetch, external, laughs)) {
                String outer = new String(GOOD, StandardCharsets.UTF_8).replace("?>", "?>" + doctype);
                String inner = answer(data(1, record("1", "&c;")).replace("?>", "?>" + doctype));
                for (String answer : List.of(outer, inner)) {
                    try (StubService stub = StubService.of(answer)) {
                        Instant begin = Instant.now();
                        refused(asking(stub)).hasMessageContaining("ADAPTER-111");
                        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
                    }
                }
            }
            assertThat(canary.questions()).isEmpty();
        }
    }

    @Test
    void refusesXmlThatOnlyWantsToBeExpensive() throws Exception {
        String deep = "<A>".repeat(100_000);
        StringBuilder wide = new StringBuilder("<A");
        for (int i = 0; i < 100_000; i++) {
            wide.append(" a").append(i).append("=''");
        }
        for (String xml : List.of(deep, wide + "/>")) {
            try (StubService stub = StubService.of(answer("<DATA>" + xml + "</DATA>"))) {
                refused(asking(stub)).hasMessageContaining("ADAPTER-110");
            }
            try (StubService stub = StubService.of(envelope(xml))) {
                refused(asking(stub)).hasMessageContaining("ADAPTER-110");
            }
        }
    }

    @Test
    void stopsReadingAnAnswerThatIsTooLargePackedOrNot() throws Exception {
        byte[] begin = answer("<DATA>").split("</queryReturn>")[0].getBytes(StandardCharsets.UTF_8);
        byte[] blanks = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (StubService stub = new StubService((number, out) -> {
            StubService.head(out, "200 OK", "text/xml", "");
            endless(out, begin, blanks);
        })) {
            refused(asking(stub.address(), "largest-answer: 1\n", SOURCE)).hasMessageContaining("ADAPTER-112");
        }
        try (StubService stub = new StubService((number, out) -> {
            StubService.head(out, "200 OK", "text/xml", "Content-Encoding: gzip\r\n");
            endless(new GZIPOutputStream(out), begin, blanks);
        })) {
            refused(asking(stub.address(), "largest-answer: 1\n", SOURCE)).hasMessageContaining("ADAPTER-112");
        }
    }

    @Test
    void unpacksAnAnswerThatCameGzipped() throws Exception {
        try (StubService stub = new StubService((number, out) -> {
            StubService.head(out, "200 OK", "text/xml", "Content-Encoding: gzip\r\n");
            try (GZIPOutputStream packed = new GZIPOutputStream(out)) {
                packed.write(GOOD);
            }
        })) {
            OneSystem system = asking(stub);
            assertThat(system.landing().bytes(system.capture(null).segments().get(0)))
                    .isEqualTo(GOOD);
        }
    }

    @Test
    void hasOneDeadlineForTheWholeAnswer() throws Exception {
        StubService.Script drip = (number, out) -> {
            StubService.head(out, "200 OK", "text/xml", "");
            for (byte b : GOOD) {
                out.write(b);
                out.flush();
                java.util.concurrent.locks.LockSupport.parkNanos(
                        Duration.ofMillis(50).toNanos());
            }
        };
        StubService.Script silence = (number, out) -> java.util.concurrent.locks.LockSupport.parkNanos(
                Duration.ofSeconds(5).toNanos());
        for (StubService.Script script : List.of(silence, drip)) {
            try (StubService stub = new StubService(script)) {
                Instant begin = Instant.now();
                refused(asking(stub.address(), "deadline: 1s\n", SOURCE)).hasMessageContaining("ADAPTER-116");
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(4));
            }
        }
    }

    @Test
    void saysWhatIsMissingOrDamagedInTheString() throws Exception {
        try (StubService stub = StubService.of(answer(data(1, "<RECORD><ID>1</RECORD>")))) {
            refused(asking(stub))
                    .hasMessageContaining("ADAPTER-110")
                    .hasMessageContaining("within the answer's string");
        }
        try (StubService stub =
                StubService.of(answer(data(1, record("1", "a\u000Bb"))).replace("\u000B", "&#11;"))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-110");
        }
        try (StubService stub = StubService.of(envelope("<queryReturn/>"), envelope("<other>x</other>"))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-109");
            refused(asking(stub)).hasMessageContaining("ADAPTER-109");
        }
        try (StubService stub = StubService.of(answer("<DATA code='0'>" + record("1", "a") + "</DATA>"))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-117").hasMessageContaining("DATA/TOTAL");
        }
        try (StubService stub = StubService.of(answer("<DATA code='-1' msg='密码错误'/>"))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-108").hasMessageContaining("'-1': 密码错误");
            assertThat(stub.questions()).hasSize(1);
        }
    }

    @Test
    void readsALandedPageStrictlyAgain() throws Exception {
        try (StubService stub = StubService.of(new String(GOOD, StandardCharsets.UTF_8))) {
            OneSystem system = asking(stub);
            var segment = system.capture(null).segments().get(0);
            var cut = system.landing()
                    .land("page-00001", java.util.Arrays.copyOf(GOOD, GOOD.length - 20), segment.attributes());
            assertThatThrownBy(() -> system.source()
                            .open(new Capture.Reading(cut, system.landing()))
                            .forEachRemaining(rows -> {}))
                    .hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void doesNotBlameTheServiceForAFullDisk() throws Exception {
        IOException full = new IOException("No space left on device");
        try (StubService stub = StubService.of(new String(GOOD, StandardCharsets.UTF_8))) {
            OneSystem system = asking(stub);
            for (boolean isFullAtOnce : List.of(true, false)) {
                Landing landing = new FullLanding(full, isFullAtOnce);
                assertThatThrownBy(() -> system.source().capture(new Capture.Request(1, null, landing)))
                        .isSameAs(full);
            }
            assertThat(stub.questions()).hasSize(2);
            assertThat(pauses).isEmpty();
        }
    }

    private record FullLanding(IOException full, boolean isFullAtOnce) implements Landing {

        @Override
        public Writer begin(String name) throws IOException {
            if (isFullAtOnce) {
                throw full;
            }
            return new Writer() {
                @Override
                public void write(int b) throws IOException {
                    throw full;
                }

                @Override
                public Segment complete(Map<String, String> attributes) {
                    throw new IllegalStateException("Nothing was written");
                }
            };
        }

        @Override
        public InputStream open(Segment segment) {
            throw new IllegalStateException("Nothing was landed");
        }
    }

    private static void endless(OutputStream out, byte[] begin, byte[] more) throws IOException {
        out.write(begin);
        for (int i = 0; i < 1_000; i++) {
            out.write(more);
        }
    }
}
