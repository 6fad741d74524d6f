package org.exchangebus.adapters.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.exchangebus.adapters.Settings;
import org.exchangebus.adapters.charset.PrivateUse;
import org.exchangebus.adapters.charset.TextDecoder;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.SystemFolder;

/** Makes the format that a source's settings {@code format} and {@code fields} describe. */
public final class FileFormats {

    private static final TextDecoder UTF_8 = TextDecoder.named("UTF-8").orElseThrow();
    private static final List<String> OF_CSV = List.of("charset", "delimiter", "quote", "header");

    private FileFormats() {}

    /** Throws a {@link ProblemException} with everything that does not go together. */
    public static FileFormat of(Settings source, SystemFolder folder) {
        Settings format = source.section("format");
        List<String> fields = source.texts("fields");
        List<Finding> findings = new ArrayList<>();
        boolean isCsv = format.text("kind").equals("csv");
        for (String key : format.keys()) {
            boolean isOther = isCsv ? key.equals("crs") : OF_CSV.contains(key);
            if (isOther) {
                findings.add(wrong(format, key, "kind is " + format.text("kind")));
            }
        }
        if (fields.stream().distinct().count() != fields.size()) {
            findings.add(
                    source.finding("fields", FormatProblem.WRONG_FORMAT_SETTING, "fields", "…", "a name stands twice"));
        }
        PrivateUse privateUse = PrivateUse.of(format, folder);
        FileFormat made = isCsv
                ? csv(format, fields, privateUse, findings)
                : geoJson(source, format, fields, privateUse, findings);
        if (!findings.isEmpty()) {
            throw new ProblemException(findings);
        }
        return made;
    }

    private static FileFormat csv(Settings format, List<String> fields, PrivateUse privateUse, List<Finding> findings) {
        Optional<TextDecoder> decoder = TextDecoder.named(format.text("charset", "UTF-8"));
        if (!format.has("charset")) {
            findings.add(wrong(format, "charset", "CSV needs one; it is never guessed"));
        } else if (decoder.isEmpty()) {
            findings.add(wrong(format, "charset", TextDecoder.KNOWN));
        }
        String delimiter = format.text("delimiter", ",");
        String quote = format.text("quote", "\"");
        if (delimiter.equals(quote)) {
            findings.add(wrong(format, "quote", "it is the delimiter too"));
        }
        boolean hasHeader = format.text("header", "by-name").equals("by-name");
        return new CsvFormat(
                fields,
                new CsvDialect(
                        decoder.orElse(UTF_8),
                        privateUse,
                        delimiter.charAt(0),
                        quote.charAt(0),
                        hasHeader,
                        badShare(format)));
    }

    private static FileFormat geoJson(
            Settings source, Settings format, List<String> fields, PrivateUse privateUse, List<Finding> findings) {
        if (!format.has("crs")) {
            findings.add(wrong(format, "crs", "GeoJSON needs one; it is never guessed"));
        }
        if (fields.contains(GeoJsonFormat.GEOMETRY)) {
            findings.add(source.finding(
                    "fields",
                    FormatProblem.WRONG_FORMAT_SETTING,
                    "fields",
                    GeoJsonFormat.GEOMETRY,
                    "it is always there"));
        }
        return new GeoJsonFormat(fields, format.text("crs", ""), privateUse, badShare(format));
    }

    private static int badShare(Settings format) {
        return format.number("most-bad-rows", 10);
    }

    private static Finding wrong(Settings format, String key, String because) {
        return format.finding(key, FormatProblem.WRONG_FORMAT_SETTING, key, format.text(key, ""), because);
    }
}
