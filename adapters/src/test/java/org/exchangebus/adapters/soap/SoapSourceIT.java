package org.exchangebus.adapters.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.exchangebus.adapters.OneSystem;
import org.exchangebus.adapters.charset.CharsetProblem;
import org.exchangebus.schemas.run.Capture;
import org.exchangebus.schemas.run.Segment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoapSourceIT extends SoapContract {

    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void asksPageByPageAndLandsEveryAnswerAsItCame() throws Exception {
        String first = answer(data(3, record("1", "张三"), record("2", "𠮷田")));
        String second = answer(data(3, record("3", "")));
        try (StubService stub = StubService.of(first, second)) {
            OneSystem system = asking(stub);
            Capture capture = system.capture(null);

            assertThat(capture.cursor()).isNull();
            assertThat(capture.segments()).extracting(Segment::name).containsExactly("page-00001", "page-00002");
            assertThat(system.landing().bytes(capture.segments().get(0)))
                    .isEqualTo(first.getBytes(StandardCharsets.UTF_8));
            assertThat(system.rows(capture)).containsExactly(List.of("1", "张三"), List.of("2", "𠮷田"), List.of("3", ""));
            assertThat(stub.questions().get(1))
                    .startsWith("POST /service HTTP/1.1")
                    .containsIgnoringCase("SOAPAction: \"query\"")
                    .containsIgnoringCase("Content-Type: text/xml; charset=UTF-8")
                    .contains("user>a&amp;b<")
                    .contains("password>p&lt;1><")
                    .contains("page>2<")
                    .contains("size>2<");
        }
    }

    @Test
    void refusesTheSamePageForTwoThoughTheTotalIsReached() throws Exception {
        String first = answer(data(4, record("1", "a"), record("2", "b")));
        try (StubService stub = StubService.of(first, first)) {
            assertThatThrownBy(() -> asking(stub).capture(null)).hasMessageContaining("ADAPTER-124");
        }
    }

    @Test
    void speaksSoap12WhereItIsTold() throws Exception {
        String answer = answer(data(1, record("1", "a")))
                .replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");
        try (StubService stub = new StubService((number, out) -> StubService.write(
                out, "200 OK", "application/soap+xml; charset=utf-8", answer.getBytes(StandardCharsets.UTF_8)))) {
            OneSystem system = asking(stub.address(), "soap-version: '1.2'\n", SOURCE);
            assertThat(system.rows(system.capture(null))).hasSize(1);
            assertThat(stub.questions().get(0))
                    .contains("http://www.w3.org/2003/05/soap-envelope")
                    .contains("action=\"query\"")
                    .doesNotContainIgnoringCase("SOAPAction");
        }
    }

    @Test
    void keepsNilMissingAndEmptyApartAndSetsUnclearRecordsAside() throws Exception {
        String nil = " xsi:nil='true'";
        String data = data(
                        7,
                        "<RECORD><XM/><ID>1</ID><NEU>x</NEU></RECORD>",
                        "<RECORD><ID>2</ID><XM" + nil + "/></RECORD>",
                        "<RECORD><ID>3</ID></RECORD>",
                        "<RECORD><ID>4</ID><XM>a</XM><XM>b</XM></RECORD>",
                        "<RECORD><ID>5</ID><XM><B>a</B></XM></RECORD>",
                        "<RECORD><ID>6</ID><XM" + nil + ">a</XM></RECORD>",
                        "<RECORD><ID>7</ID><XM>张\uFFFD</XM></RECORD>")
                .replace("<DATA", "<DATA xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'");
        try (StubService stub = StubService.of(answer(data))) {
            OneSystem system = asking(stub);
            Capture capture = system.capture(null);
            assertThat(system.rows(capture))
                    .containsExactly(List.of("1", ""), Arrays.asList("2", null), Arrays.asList("3", null));
            assertThat(system.badRows(capture))
                    .extracting(bad -> bad.problem())
                    .containsExactly(
                            SoapProblem.FIELD_TWICE,
                            SoapProblem.FIELD_NOT_TEXT,
                            SoapProblem.NIL_WITH_TEXT,
                            CharsetProblem.CHARACTER_LOST);
            assertThat(system.badRows(capture).get(0).position()).isEqualTo(4);
            assertThat(new String(system.badRows(capture).get(0).raw(), StandardCharsets.UTF_8))
                    .isEqualTo("<RECORD><ID>4</ID><XM>a</XM><XM>b</XM></RECORD>");
        }
    }

    @Test
    void readsCdataAndServicesThatHaveNothing() throws Exception {
        String cdata = envelope("<queryReturn>\n <![CDATA[" + data(1, record("1", "a")) + "]]></queryReturn>");
        try (StubService stub = StubService.of(cdata, answer(data(0)))) {
            OneSystem system = asking(stub);
            assertThat(system.rows(system.capture(null))).containsExactly(List.of("1", "a"));
            Capture nothing = system.capture(null);
            assertThat(system.rows(nothing)).isEmpty();
            assertThat(nothing.segments()).hasSize(1);
        }
    }

    @Test
    void takesNothingWherePagesHoldFewerRecordsThanDeclared() throws Exception {
        try (StubService stub = StubService.of(
                answer(data(4, record("1", "a"), record("2", "b"))),
                answer(data(4, record("3", "c"))),
                answer(data(4)))) {
            OneSystem system = asking(stub);
            assertThatThrownBy(() -> system.capture(null))
                    .hasMessageContaining("ADAPTER-118")
                    .hasMessageContaining("there are 4 records, but its pages hold 3");
        }
    }

    @Test
    void beginsAnewOnceWhereTheTotalChangesBetweenPages() throws Exception {
        String three = answer(data(3, record("1", "a"), record("2", "b")));
        String four = answer(data(4, record("3", "c"), record("4", "d")));
        String firstOfFour = answer(data(4, record("1", "a"), record("2", "b")));
        try (StubService stub = StubService.of(three, four, firstOfFour, four)) {
            OneSystem system = asking(stub);
            assertThat(system.rows(system.capture(null))).hasSize(4);
        }
        try (StubService stub = StubService.of(three, four, three, four)) {
            OneSystem system = asking(stub);
            assertThatThrownBy(() -> system.capture(null))
                    .hasMessageContaining("ADAPTER-119")
                    .hasMessageContaining("from 3 to 4");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml; charset=GBK, GBK, GBK",
        "text/xml, GBK, GBK",
        "text/xml; charset=GB2312, GB18030, GB18030",
        "text/xml, UTF-8, UTF-8",
        "text/xml, '', UTF-8",
        "text/xml; charset=utf-16, UTF-16, UTF-16LE",
        "text/xml, '', UTF-16BE",
    })
    void readsTheCharactersThatAreDeclared(String type, String declaration, String real) throws Exception {
        String encoding = declaration.isEmpty() ? "" : " encoding=\"" + declaration + "\"";
        String answer = answer(data(1, record("1", "镕基堃"))).replace(" encoding=\"UTF-8\"", encoding);
        try (StubService stub = new StubService(
                (number, out) -> StubService.write(out, "200 OK", type, answer.getBytes(Charset.forName(real))))) {
            OneSystem system = asking(stub);
            assertThat(system.rows(system.capture(null))).containsExactly(List.of("1", "镕基堃"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB2312", "GBK", "GB18030"})
    void readsXmlThatSaysGb2312WithTheDecoderOfTheFiles(String declaration) throws Exception {
        String answer =
                answer(data(2, record("1", "镕〇\u9FB4"), record("2", "王\uE5E5"))).replace("UTF-8", declaration);
        try (StubService stub = new StubService((number, out) ->
                StubService.write(out, "200 OK", "text/xml", answer.getBytes(Charset.forName("GB18030"))))) {
            OneSystem system = asking(stub);
            Capture capture = system.capture(null);
            assertThat(system.rows(capture)).containsExactly(List.of("1", "镕〇\u9FB4"));
            assertThat(system.badRows(capture)).singleElement().satisfies(bad -> {
                assertThat(bad.problem()).isEqualTo(CharsetProblem.PRIVATE_USE);
                assertThat(bad.arguments()).containsExactly("XM", "U+E5E5", "1");
            });
        }
    }

    @Test
    void replacesPrivateUseByTheOwnersTableAndKeepsItWhereTheOwnerSaysSo() throws Exception {
        String answer = answer(data(2, record("1", "王&#xE5E5;\uE816"), record("2", "\uE5E6")));
        Files.createDirectories(directory.resolve("tested"));
        Files.writeString(
                directory.resolve("tested/own.csv"), "private-use,becomes,note\n# made up\nE5E5,U+3400,of a test\n");
        try (StubService stub = StubService.of(answer)) {
            String settings = "private-use: keep\nprivate-use-table: own.csv\n";
            OneSystem system = asking(stub.address(), settings, SOURCE);
            assertThat(system.rows(system.capture(null)))
                    .containsExactly(List.of("1", "王\u3400\uD840\uDC87"), List.of("2", "\uE5E6"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E5E5,3400 | own.csv:1:1  ADAPTER-085  The first line",
                "private-use,becomes\\n4E00,3400 | own.csv:2:1  ADAPTER-086  '4E00,3400'",
                "private-use,becomes\\nE000 3400 | own.csv:2:1  ADAPTER-086",
                "private-use,becomes\\nE000,E001 | own.csv:2:1  ADAPTER-086",
                "private-use,becomes\\nE000,FFFFFF | own.csv:2:1  ADAPTER-086",
                "private-use,becomes\\nE000,3400\\n#\\nE000,3401 | own.csv:4:1  ADAPTER-087  U+E000 stands twice",
            })
    void tellsWhatIsWrongWithAnOwnersTable(String table, String said) throws Exception {
        Files.createDirectories(directory.resolve("tested"));
        Files.writeString(directory.resolve("tested/own.csv"), table.replace("\\n", "\n"));
        assertThatThrownBy(() -> asking("http://127.0.0.1:1/", "private-use-table: own.csv\n", SOURCE))
                .hasMessageContaining(said);
    }

    @Test
    void namesTheOffsetOfAByteThatIsNoCharacter() throws Exception {
        byte[] answer =
                answer(data(1, record("1", "张三"))).replace("UTF-8", "GBK").getBytes(GBK);
        int offset = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\u00D5\u00C5");
        answer[offset] = (byte) 0xFF;
        try (StubService stub =
                new StubService((number, out) -> StubService.write(out, "200 OK", "text/xml", answer))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-115  The byte at offset " + offset + " of the answer");
        }
    }

    @Test
    void refusesCharactersOfWhichItCannotBeSure() throws Exception {
        String answer = answer(data(1, record("1", "张三")));
        String gbk = answer.replaceFirst("UTF-8", "GBK");
        try (StubService stub = new StubService(
                (number, out) -> StubService.write(out, "200 OK", "text/xml; charset=ISO-8859-1", gbk.getBytes(GBK)))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-113").hasMessageContaining("'ISO-8859-1'");
            OneSystem told = asking(stub.address(), "charset: GBK\n", SOURCE);
            assertThat(told.rows(told.capture(null))).containsExactly(List.of("1", "张三"));
        }
        try (StubService stub = new StubService((number, out) -> StubService.write(
                out,
                "200 OK",
                "text/xml",
                answer.replaceFirst("UTF-8", "klingon").getBytes(GBK)))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-114");
        }
        try (StubService stub = new StubService(
                (number, out) -> StubService.write(out, "200 OK", "text/xml; charset=UTF-8", answer.getBytes(GBK)))) {
            refused(asking(stub)).hasMessageContaining("ADAPTER-115");
        }
    }

    @Test
    void refusesArgumentsThatAreUnclear() {
        String source = SOURCE.replace("value: a&b", "value: a, from: page");
        assertThatThrownBy(() -> asking("http://127.0.0.1:1/", "", source)).hasMessageContaining("ADAPTER-101");
    }

    @Test
    void waitsAsLongAsABusyServiceAsks() throws Exception {
        String busy = answer("<DATA code='9' msg='系统繁忙'/>");
        byte[] good = answer(data(1, record("1", "a"))).getBytes(StandardCharsets.UTF_8);
        try (StubService stub = new StubService((number, out) -> {
            if (number == 1) {
                StubService.write(out, "503 Busy", "text/plain", new byte[0], "Retry-After: 7\r\n");
            } else if (number == 2) {
                StubService.write(out, "200 OK", "text/xml", busy.getBytes(StandardCharsets.UTF_8));
            } else {
                StubService.write(out, "200 OK", "text/xml", good);
            }
        })) {
            OneSystem system = asking(stub);
            assertThat(system.rows(system.capture(null))).hasSize(1);
            assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(4));
        }
    }
}
