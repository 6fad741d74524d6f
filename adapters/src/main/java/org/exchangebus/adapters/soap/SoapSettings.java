package org.exchangebus.adapters.soap;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.exchangebus.adapters.Secret;
import org.exchangebus.adapters.Settings;
import org.exchangebus.adapters.SourceSettings;
import org.exchangebus.adapters.charset.PrivateUse;

/**
 * What an owner wrote about a service.
 *
 * @param charset overrides what the answer says about its characters
 * @param largestAnswer most bytes of one answer
 * @param result element whose text is the XML with the records
 */
record SoapSettings(
        String flow,
        String address,
        boolean isSoap12,
        Optional<Charset> charset,
        PrivateUse privateUse,
        Duration patience,
        Duration deadline,
        long largestAnswer,
        String action,
        String namespace,
        String operation,
        boolean isQualified,
        List<Argument> arguments,
        int pageSize,
        String result,
        XmlPath recordPath,
        XmlPath total,
        Optional<XmlPath> code,
        Optional<XmlPath> message,
        String success,
        Optional<String> busy,
        List<String> fields) {

    /** An argument of the operation; its text depends on the page. */
    record Argument(String name, String kind, Secret text) {

        String text(int page, int pageSize) {
            return switch (kind) {
                case "page" -> Integer.toString(page);
                case "page-size" -> Integer.toString(pageSize);
                default -> text.reveal();
            };
        }
    }

    static SoapSettings of(SourceSettings settings) {
        Settings connection = settings.connection();
        Settings source = settings.source();
        return new SoapSettings(
                settings.flow().name(),
                connection.text("address"),
                connection.text("soap-version", "1.1").equals("1.2"),
                connection.has("charset")
                        ? Optional.of(connection.charset("charset", StandardCharsets.UTF_8))
                        : Optional.empty(),
                PrivateUse.of(connection, settings.folder()),
                connection.duration("patience", Duration.ofSeconds(10)),
                connection.duration("deadline", Duration.ofMinutes(2)),
                connection.number("largest-answer", 64) * 1024L * 1024L,
                source.text("action", ""),
                source.text("namespace"),
                source.text("operation"),
                source.flag("qualified", true),
                source.sections("arguments").stream()
                        .map(SoapSettings::argument)
                        .toList(),
                source.number("page-size", 500),
                source.text("result"),
                XmlPath.of(source.text("record")),
                XmlPath.of(source.text("total")),
                path(source, "code"),
                path(source, "message"),
                source.text("success", "0"),
                source.has("busy") ? Optional.of(source.text("busy")) : Optional.empty(),
                source.texts("fields"));
    }

    /** Whether the service is asked page by page. */
    boolean isPaged() {
        return arguments.stream().anyMatch(argument -> argument.kind().equals("page"));
    }

    private static Optional<XmlPath> path(Settings source, String key) {
        return source.has(key) ? Optional.of(XmlPath.of(source.text(key))) : Optional.empty();
    }

    private static Argument argument(Settings argument) {
        List<String> given =
                Stream.of("value", "secret", "from").filter(argument::has).toList();
        if (given.size() != 1) {
            throw argument.problem("name", SoapProblem.ARGUMENT_UNCLEAR, argument.text("name"));
        }
        return switch (given.get(0)) {
            case "secret" -> new Argument(argument.text("name"), "text", argument.secret("secret"));
            case "from" -> new Argument(argument.text("name"), argument.text("from"), new Secret(""));
            default -> new Argument(argument.text("name"), "text", new Secret(argument.text("value")));
        };
    }
}
