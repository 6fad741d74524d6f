package org.exchangebus.adapters.soap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.exchangebus.adapters.OneSystem;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the SOAP source share: answers as such services write them, and a source that asks a stub. */
abstract class SoapContract {

    static final String SOURCE = """
            action: query
            namespace: urn:test
            operation: query
            arguments:
              - {name: user, value: a&b}
              - {name: password, secret: '${secret:password}'}
              - {name: page, from: page}
              - {name: size, from: page-size}
            page-size: 2
            result: queryReturn
            record: DATA/RECORD
            total: DATA/TOTAL
            code: DATA/@code
            message: DATA/@msg
            busy: '9'
            fields: [ID, XM]
            """;

    @TempDir
    Path directory;

    /** The pauses that the source asked for, instead of making them. */
    final List<Duration> pauses = new ArrayList<>();

    OneSystem asking(StubService stub) throws IOException {
        return asking(stub.address(), "", SOURCE);
    }

    OneSystem asking(String address, String connection, String source) throws IOException {
        return OneSystem.of(
                directory,
                new SoapProtocol(pauses::add),
                Map.of("password", "p<1>"),
                "address: " + address + "\n" + connection,
                source);
    }

    /** Asserts that nothing is taken, and why. */
    AbstractThrowableAssert<?, ?> refused(OneSystem system) {
        AbstractThrowableAssert<?, ?> refusal = assertThatThrownBy(() -> system.capture(null));
        org.assertj.core.api.Assertions.assertThat(system.landing().size()).isZero();
        return refusal;
    }

    static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    /** An envelope whose result is this XML, escaped. */
    static String answer(String xml) {
        return envelope("<r:queryResponse xmlns:r=\"urn:test\"><queryReturn>"
                + xml.replace("&", "&amp;").replace("<", "&lt;") + "</queryReturn></r:queryResponse>");
    }

    static String data(int total, String... records) {
        return "<?xml version=\"1.0\" encoding=\"GBK\"?><DATA code=\"0\" msg=\"成功\"><TOTAL>" + total + "</TOTAL>"
                + String.join("", records) + "</DATA>";
    }

    static String record(String id, String name) {
        return "<RECORD><ID>" + id + "</ID><XM>" + name + "</XM></RECORD>";
    }
}
