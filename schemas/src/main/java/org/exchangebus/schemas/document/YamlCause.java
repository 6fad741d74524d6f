package org.exchangebus.schemas.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.YamlProblem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Finds the usual cause behind the words of the YAML parser.
 *
 * <p>The parser tells where it cannot go on, which often is one line below the mistake: a line without a colon is taken
 * for a text that goes on.
 */
final class YamlCause {

    private static final Pattern FIRST_WORD = Pattern.compile("\\s*(?:- +)*([\\p{L}\\p{N}._-]{1,40})");
    private static final Pattern FORBIDDEN_START = Pattern.compile("found character '(.)'.*cannot start any token.*");

    private final String[] lines;
    private final String text;
    private final Problem other;

    YamlCause(String text, Problem other) {
        this.text = text;
        this.lines = text.split("\r\n|[\r\n\u0085\u2028\u2029]", -1);
        this.other = other;
    }

    YamlFault of(YAMLException e) {
        if (e instanceof ReaderException reader) {
            return forbidden(reader.getPosition(), reader.getCodePoint());
        }
        if (!(e instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return new YamlFault(1, 1, other, String.valueOf(e.getMessage()));
        }
        YamlFault usual = usual(marked);
        return usual != null ? usual : YamlText.at(marked.getProblemMark(), other, String.valueOf(marked.getProblem()));
    }

    private @Nullable YamlFault usual(MarkedYAMLException e) {
        Mark at = e.getProblemMark();
        Mark from = e.getContextMark() == null ? at : e.getContextMark();
        String says = String.valueOf(e.getProblem());
        String during = String.valueOf(e.getContext());
        if (says.contains("\\t") || after(at).startsWith("\t")) {
            return YamlText.at(at, YamlProblem.TAB);
        }
        Matcher sign = FORBIDDEN_START.matcher(says);
        if (sign.matches()) {
            return YamlText.at(at, YamlProblem.RESERVED_SIGN, "'" + sign.group(1) + "'");
        }
        if (during.contains("quoted scalar") || during.contains("flow sequence") || during.contains("flow mapping")) {
            return YamlText.at(from, YamlProblem.NOT_CLOSED, first(from), String.valueOf(lastLine(at)));
        }
        if (during.contains("block scalar")) {
            return isAfterQuote(from)
                    ? YamlText.at(from, YamlProblem.TEXT_AFTER_QUOTE)
                    : YamlText.at(from, YamlProblem.RESERVED_SIGN, "'" + first(from) + "'");
        }
        if (says.contains("mapping values are not allowed")) {
            return colon(at, null);
        }
        if (says.contains("could not find expected ':'")) {
            return colon(at, from);
        }
        if (says.startsWith("expected <block end>, but found")) {
            return YamlText.at(at, isAfterQuote(at) ? YamlProblem.TEXT_AFTER_QUOTE : YamlProblem.INDENTATION);
        }
        return null;
    }

    /** A colon is missing, is another sign, or is one too many. */
    private YamlFault colon(Mark at, @Nullable Mark key) {
        for (int i = at.getLine(); i >= 0 && (i == at.getLine() || !hasColon(line(i))); i--) {
            int wide = line(i).indexOf('：');
            String name = wide < 0 ? "" : line(i).substring(0, wide).strip();
            if (!name.isEmpty() && name.chars().noneMatch(c -> ":'\"#[]{}".indexOf(c) >= 0)) {
                return new YamlFault(i + 1, wide + 1, YamlProblem.FULL_WIDTH_COLON, name);
            }
        }
        if (key != null) {
            return missing(key.getLine());
        }
        if (hasColon(before(at))) {
            return YamlText.at(at, YamlProblem.COLON_INSIDE);
        }
        int above = at.getLine() - 1;
        while (above > 0 && line(above).isBlank()) {
            above--;
        }
        return above < 0 || hasColon(line(above)) ? YamlText.at(at, YamlProblem.INDENTATION) : missing(above);
    }

    private YamlFault missing(int number) {
        Matcher word = FIRST_WORD.matcher(line(number));
        return word.lookingAt()
                ? new YamlFault(number + 1, word.start(1) + 1, YamlProblem.COLON_MISSING, word.group(1))
                : new YamlFault(number + 1, 1, YamlProblem.COLON_MISSING, "…");
    }

    private YamlFault forbidden(int position, int codePoint) {
        String before = text.substring(0, Math.min(position, text.length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new YamlFault(line, column, YamlProblem.FORBIDDEN_CHARACTER, "U+%04X".formatted(codePoint));
    }

    private static boolean hasColon(String line) {
        for (int at = line.indexOf(':'); at >= 0; at = line.indexOf(':', at + 1)) {
            if (at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean isAfterQuote(Mark at) {
        String before = before(at).stripTrailing();
        return before.endsWith("'") || before.endsWith("\"");
    }

    /** The number of the line in which the parser gave up, or of the last one that has something in it. */
    private int lastLine(Mark at) {
        int last = Math.min(at.getLine(), lines.length - 1);
        while (last > 0 && lines[last].isBlank()) {
            last--;
        }
        return last + 1;
    }

    private String first(Mark at) {
        return after(at).isEmpty() ? "" : after(at).substring(0, 1);
    }

    private String before(Mark at) {
        return line(at.getLine()).substring(0, offset(at));
    }

    private String after(Mark at) {
        return line(at.getLine()).substring(offset(at));
    }

    /** The parser counts characters, Java halves of them. */
    private int offset(Mark at) {
        String line = line(at.getLine());
        int characters = Math.min(at.getColumn(), line.codePointCount(0, line.length()));
        return line.offsetByCodePoints(0, characters);
    }

    private String line(int number) {
        return number < lines.length ? lines[number] : "";
    }
}
