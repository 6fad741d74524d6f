package org.exchangebus.schemas.document;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.exchangebus.schemas.problem.Problem;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.YamlProblem;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the text of a YAML file; why it cannot be read is told in the same words for all files. */
public final class YamlText {

    private static final int GREATEST_DEPTH = 24;
    private static final int GREATEST_BYTES = 4 << 20;

    private YamlText() {}

    /**
     * The text of a file, which may lie inside a jar.
     *
     * @throws YamlFault if it is too large or not UTF-8, at the line where that shows
     */
    public static String of(Path file) throws IOException, YamlFault {
        if (Files.size(file) > GREATEST_BYTES) {
            throw new YamlFault(1, 1, YamlProblem.TOO_LARGE, String.valueOf(GREATEST_BYTES));
        }
        return decode(Files.readAllBytes(file));
    }

    private static String decode(byte[] bytes) throws YamlFault {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int column = text.length() - text.lastIndexOf('\n');
            throw new YamlFault(line, column, YamlProblem.NOT_UTF8, "0x%02X".formatted(bytes[in.position()]));
        }
        return text;
    }

    /**
     * The nodes of a text; null where it is empty. No anchors and aliases, no second document, nothing deep.
     *
     * @param other what is told, with the parser's own words, where the cause is none of the usual ones
     * @throws YamlFault if it is not plain YAML
     */
    public static @Nullable Node compose(String text, Problem other) throws YamlFault {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(GREATEST_DEPTH + 2);
        Yaml yaml = new Yaml(new SafeConstructor(options));
        try {
            int depth = 0;
            boolean isRead = false;
            for (Event event : yaml.parse(new StringReader(text))) {
                if (event instanceof NodeEvent node) {
                    if (depth == 0 && isRead) {
                        throw at(event.getStartMark(), SchemaProblem.YAML_NOT_PLAIN, "---");
                    }
                    requirePlain(node, depth);
                    isRead = true;
                }
                depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            }
            return yaml.compose(new StringReader(text));
        } catch (YAMLException e) {
            throw new YamlCause(text, other).of(e);
        }
    }

    /** No anchor, alias or tag, and not too deep. */
    static void requirePlain(NodeEvent event, int depth) throws YamlFault {
        if (event.getAnchor() != null) {
            String sign = event instanceof AliasEvent ? "*" : "&";
            throw at(event.getStartMark(), SchemaProblem.YAML_NOT_PLAIN, sign + event.getAnchor());
        }
        String tag = event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag != null && !tag.equals("!")) {
            throw at(event.getStartMark(), SchemaProblem.YAML_NOT_PLAIN, tag);
        }
        if (depth > GREATEST_DEPTH) {
            throw at(event.getStartMark(), YamlProblem.TOO_DEEP, String.valueOf(GREATEST_DEPTH));
        }
    }

    static YamlFault at(Mark mark, Problem problem, String... arguments) {
        return new YamlFault(mark.getLine() + 1, mark.getColumn() + 1, problem, arguments);
    }
}
