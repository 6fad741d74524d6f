package org.exchangebus.transformers.example;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.exchangebus.schemas.document.YamlFault;
import org.exchangebus.schemas.document.YamlText;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.transformers.function.Words;
import org.exchangebus.transformers.problem.ExampleProblem;

/** The JSON files of an example, read strictly: each name once, nothing after the end. */
final class ExampleJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What Jackson says, and what that means. */
    private record Cause(Pattern said, String english, String chinese) {}

    private static final List<Cause> CAUSES = List.of(
            cause("Duplicate field '(.*)'.*", "the name '%s' stands twice in one row", "名称 “%s” 在一行中重复出现"),
            cause("Unexpected character \\('(.)'.*", "'%s' stands where it does not belong", "此处不应有 “%s”"),
            cause("Unrecognized token '(.*?)'.*", "'%s' is no text in double quotes", "“%s” 不是双引号中的文本"),
            cause(
                    "Illegal unquoted character .*",
                    "a line break or a tab stands inside of a text; write \\n or \\t",
                    "文本中有换行或制表符,应写作 \\n 或 \\t"),
            cause("Trailing token.*", "something follows after the end", "结尾之后还有内容"));

    private ExampleJson() {}

    /**
     * Reads a file.
     *
     * @throws ProblemException if it is no JSON
     */
    static JsonNode read(Path file) throws IOException {
        try {
            return JSON.readTree(YamlText.of(file));
        } catch (YamlFault e) {
            throw new ProblemException(e.in(file.toString()), e);
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            throw refusal(file + (at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr()), said(e));
        }
    }

    /** That a file cannot be used. */
    static ProblemException refusal(String where, Words why) {
        return new ProblemException(Finding.of(where, ExampleProblem.UNREADABLE, why.english(), why.chinese()));
    }

    private static Words said(JacksonException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        if (e instanceof JsonEOFException) {
            return new Words("it ends before all quotes and brackets are closed", "结尾处还有未结束的引号或括号");
        }
        for (Cause cause : CAUSES) {
            Matcher matcher = cause.said.matcher(message);
            if (matcher.matches()) {
                Object found = matcher.groupCount() == 0 ? "" : matcher.group(1);
                return new Words(cause.english.formatted(found), cause.chinese.formatted(found));
            }
        }
        return new Words("the parser says \"" + message + "\"", "解析器提示 “" + message + "”");
    }

    private static Cause cause(String said, String english, String chinese) {
        return new Cause(Pattern.compile(said), english, chinese);
    }
}
