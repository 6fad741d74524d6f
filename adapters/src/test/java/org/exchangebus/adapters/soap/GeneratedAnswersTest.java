package org.exchangebus.adapters.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.exchangebus.schemas.record.Rows;
import org.junit.jupiter.api.Test;

class GeneratedAnswersTest {

    private static final SoapSettings SETTINGS = new SoapSettings(
            "tested-rows",
            "http://127.0.0.1:1/",
            false,
            Optional.empty(),
            PrivateUse.SHARED,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            1 << 20,
            "query",
            "urn:test",
            "query",
            true,
            List.of(),
            2,
            "queryReturn",
            XmlPath.of("DATA/RECORD"),
            XmlPath.of("DATA/TOTAL"),
            Optional.of(XmlPath.of("DATA/@code")),
            Optional.of(XmlPath.of("DATA/@msg")),
            "0",
            Optional.of("9"),
            List.of("ID", "XM"));

    private static final String[] PIECES = {
        "<",
        ">",
        "</",
        "/>",
        "&lt;",
        "&gt;",
        "&amp;",
        "&#x41;",
        "&#xD842;",
        "&#xE5E5;",
        "&#0;",
        "&x;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?x ",
        "?>",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>",
        "<?xml version=\"1.0\" encoding=\"GB2312\"?>",
        "encoding=\"UTF-16\"",
        "encoding=\"klingon\"",
        "&lt;RECORD&gt;",
        "&lt;XM&gt;",
        "&lt;/XM&gt;",
        "<queryReturn>",
        "s:Fault",
        "xmlns:a=\"b\" ",
        "a:b",
        " xsi:nil=\"true\"",
        "\"",
        "'",
        "\n",
        "王",
        "\uFEFF",
        "\u0000",
        "\uFFFD",
        "x"
    };

    @Test
    void anyBytesAreRecordsOrAnAnswerThatIsRefused() throws InterruptedException {
        String answer = SoapContract.answer(
                SoapContract.data(2, SoapContract.record("1", "王伟"), SoapContract.record("2", "𠮷<![CDATA[a&b]]>")));
        List<byte[]> samples = new ArrayList<>(Mutation.bytes(List.of(answer), StandardCharsets.UTF_8));
        samples.addAll(Mutation.bytes(List.of(answer.replace("UTF-8", "GB2312")), Charset.forName("GB18030")));
        samples.addAll(Mutation.bytes(List.of(answer.replace("UTF-8", "UTF-16")), StandardCharsets.UTF_16LE));
        List<byte[]> pieces = new ArrayList<>(Mutation.bytes(List.of(PIECES), StandardCharsets.UTF_8));
        pieces.addAll(Mutation.bytes(List.of("王", "\uE5E5"), Charset.forName("GB18030")));
        GeneratedInputs.of(Mutation.of(samples, pieces)).each(input -> {
            try {
                read(input);
            } catch (AnswerException e) {
                assertThat(GeneratedInputs.chinese(e.finding("x"))).doesNotContain("{");
            }
        });
    }

    private static void read(byte[] input) throws Exception {
        BufferedInputStream bytes = new BufferedInputStream(new ByteArrayInputStream(input));
        Charset charset = AnswerCharset.find(bytes, "text/xml", Optional.empty());
        try (Page page = new Page(bytes, charset, SETTINGS)) {
            Rows.Builder rows = new Rows.Builder(SETTINGS.fields(), "p", 1);
            while (page.next(rows)) {
                assertThat(page.position()).isPositive();
            }
            Rows met = rows.build();
            assertThat(met.count() + met.badRows().size()).isEqualTo((int) page.position());
            for (int row = 0; row < met.count(); row++) {
                for (int field = 0; field < 2; field++) {
                    String text = met.text(row, field);
                    assertThat(text == null
                                    || PrivateUse.SHARED.unwanted(text).isEmpty()
                                            && PrivateUse.SHARED.replaced(text).equals(text))
                            .isTrue();
                }
            }
        }
    }
}
