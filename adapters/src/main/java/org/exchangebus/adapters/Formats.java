package org.exchangebus.adapters;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of settings that are more than JSON's, as {@code format} of a schema. */
final class Formats {

    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern SECRET = Pattern.compile("\\$\\{secret:([a-z0-9][a-z0-9.-]*)}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]+]?");
    private static final Pattern EDITION = Pattern.compile("(?i)^GB18030-20(00|05|22)$");
    private static final Pattern EVERY = Pattern.compile("every [1-9][0-9]{0,4}[smh]");

    private Formats() {}

    static List<Format> all() {
        return List.of(
                format("duration", text -> duration(text).isPresent()),
                format("secret", text -> secretName(text).isPresent()),
                format("host", text -> HOST.matcher(text).matches()),
                format("charset", Formats::isCharset),
                format("zone", ZoneId.getAvailableZoneIds()::contains),
                format("cron", Formats::isSchedule),
                format("cron-or-never", text -> text.equals("never") || isSchedule(text)));
    }

    /** What a format wants, by example, so that it needs no language. */
    static String expectation(String format) {
        return switch (format) {
            case "duration" -> "500ms, 30s, 5m, 2h, 1d";
            case "host" -> "127.0.0.1, ftp.example.org";
            case "charset" -> "GBK, GB18030, GB18030-2022, UTF-8";
            case "zone" -> "Asia/Shanghai, UTC";
            case "cron" -> "'30 2 * * 1-5', 'every 20s'";
            case "cron-or-never" -> "'30 2 * * *', 'never'";
            default -> format;
        };
    }

    /** The regular expression that stands for a format where nobody knows our formats; empty where none can. */
    static Optional<String> pattern(String format) {
        return switch (format) {
            case "duration" -> Optional.of("^" + DURATION.pattern() + "$");
            case "secret" -> Optional.of("^" + SECRET.pattern() + "$");
            default -> Optional.empty();
        };
    }

    static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofDays(amount);
                });
    }

    static Optional<String> secretName(String text) {
        Matcher matcher = SECRET.matcher(text);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    static String secretVariable(String name) {
        return "BUS_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** A charset by its name; the editions of GB 18030 are one. */
    static Charset charset(String text) {
        return Charset.forName(EDITION.matcher(text).replaceFirst("GB18030"));
    }

    private static boolean isCharset(String text) {
        try {
            return Charset.isSupported(EDITION.matcher(text).replaceFirst("GB18030"));
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static boolean isSchedule(String text) {
        if (EVERY.matcher(text).matches()) {
            return true;
        }
        String[] fields = text.split(" ");
        int[][] ranges = {{0, 59}, {0, 23}, {1, 31}, {1, 12}, {0, 7}};
        if (fields.length != ranges.length) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            for (String part : fields[i].split(",", -1)) {
                if (!isCronPart(part, ranges[i][0], ranges[i][1])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isCronPart(String part, int least, int most) {
        Matcher matcher = Pattern.compile("(\\*|([0-9]{1,2})(-([0-9]{1,2}))?)(/([0-9]{1,2}))?")
                .matcher(part);
        if (!matcher.matches()) {
            return false;
        }
        String from = matcher.group(2);
        String to = matcher.group(4);
        String step = matcher.group(6);
        boolean isStepSound = step == null || Integer.parseInt(step) > 0;
        if (from == null) {
            return isStepSound;
        }
        int first = Integer.parseInt(from);
        int last = to == null ? first : Integer.parseInt(to);
        return isStepSound && first >= least && last <= most && first <= last;
    }

    private static Format format(String name, Predicate<String> accepts) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext context, String value) {
                return accepts.test(value);
            }
        };
    }
}
