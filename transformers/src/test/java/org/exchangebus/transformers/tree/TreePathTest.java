package org.exchangebus.transformers.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.exchangebus.transformers.problem.ValueProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathTest {

    private static final String HOUSEHOLD = """
            <?xml version="1.0" encoding="GB2312"?>
            <s:body xmlns:s="urn:s">
              <member id="1"><name>王&#x6837;例</name><phone>1</phone><phone>2</phone></member>
              <!-- between -->
              <member id="2"><name><![CDATA[<李>]]></name><mixed>a<b/>c</mixed><empty/></member>
            </s:body>
            """;

    private static final String PEOPLE = """
            {"people": [{"name": "王样例", "n": 1.50, "ok": true, "none": null, "a/b": "x", "@id": "7"},
                        {"name": "李\\u4f8b", "phones": ["1", "2"], "more": [[1, 2], [3]]}],
             "one": {"name": "赵"}}
            """;

    private static Tree read(Format format, String text) {
        // The document stands inside a larger array, as a cell does.
        byte[] utf8 = ("<" + text + "<").getBytes(StandardCharsets.UTF_8);
        return new Trees().read(format, utf8, 1, utf8.length - 1);
    }

    private static String texts(Format format, String document, String path) {
        Tree tree = read(format, document);
        assertThat(tree.problem()).isNull();
        int[] nodes = Objects.requireNonNull(TreePath.of(format, path)).nodes(tree, 0);
        return Arrays.stream(nodes)
                .mapToObj(node -> tree.isInner(node)
                        ? "(elements)"
                        : new String(
                                tree.array(),
                                tree.textStart(node),
                                tree.textEnd(node) - tree.textStart(node),
                                StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/body/member/name~王样例,<李>",
                "/body/member[2]/name~<李>",
                "/body/member[3]/name~''",
                "/body/member[@id=2]/name~<李>",
                "/body/member[name=王样例]/@id~1",
                "/body/member/@id~1,2",
                "/*/*[1]/phone~1,2",
                "/body/member/phone[2]~2",
                "/body/member/mixed~(elements)",
                "/body/member/empty~''",
                "/body~(elements)",
                "/member~''",
                "/body/member/@*~''"
            })
    void leadsThroughXml(String path, String texts) {
        assertThat(texts(Format.XML, HOUSEHOLD, path)).isEqualTo(texts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "/people/0/name~王样例",
                "/people/1/name~李例",
                "/people/name~王样例,李例",
                "/people[2]/name~李例",
                "/people[name=王样例]/n~1.50",
                "/people/0/ok~true",
                "/people/0/none~''",
                "/people/0/@id~7",
                "/people/1/phones~1,2",
                "/people/1/phones/1~2",
                "/people/1/more/0/1~2",
                "/people/1/more/1/0~3",
                "/people/2/name~''",
                "/one/name~赵",
                "/one~(elements)"
            })
    void leadsThroughJson(String path, String texts) {
        assertThat(texts(Format.JSON, PEOPLE, path)).isEqualTo(texts);
    }

    @Test
    void aSlashInANameIsWrittenAsInAPointer() {
        assertThat(texts(Format.JSON, PEOPLE, "/people/0/a~1b")).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {"[\"a\",\"b\"]~/1~b", "[[\"a\",\"b\"]]~/0/1~b", "\"a\"~.~a", "7~.~7"})
    void aDocumentMayBeAListOrAText(String document, String path, String text) {
        assertThat(texts(Format.JSON, document, path)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//a",
                "/a//b",
                "/a/",
                "/a[",
                "/a]",
                "/a[0]",
                "/a[b]",
                "/a[=b]",
                "/a[b=c]d",
                "/a[[1]]",
                "/s:a",
                "/a b",
                "/a[1][2]",
                "/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a"
            })
    void whatIsNoPathIsNotTakenForOne(String path) {
        assertThat(TreePath.of(Format.XML, path)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a/>x",
                "<a b='1' b='2'/>",
                "<a>&unknown;</a>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<a>\u0001</a>",
                "<?xml version='1.1'?><a>&#1;</a>",
                "<?xml version='1.1'?><a/>"
            })
    void whatIsNoPlainXmlIsAProblem(String document) {
        assertThat(read(Format.XML, document).problem()).isEqualTo(ValueProblem.NOT_XML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "[1]]",
                "{} {}",
                "NaN",
                "[01]",
                "'a'",
                "/**/1"
            })
    void whatIsNoStrictJsonIsAProblem(String document) {
        assertThat(read(Format.JSON, document).problem()).isEqualTo(ValueProblem.NOT_JSON);
    }

    @Test
    void halfACharacterIsAProblemAndNoQuestionMark() {
        assertThat(read(Format.JSON, "{\"a\":\"\\ud800z\"}").problem()).isEqualTo(ValueProblem.NOT_JSON);
    }

    @Test
    void documentsAreBounded() {
        int deep = Tree.DEEPEST + 1;
        String wide = "<a/>".repeat(Tree.MOST_NODES);

        assertThat(read(Format.XML, "<a>".repeat(deep) + "</a>".repeat(deep)).problem())
                .isEqualTo(ValueProblem.DOCUMENT_TOO_LARGE);
        assertThat(read(Format.XML, "<a>" + wide + "</a>").problem()).isEqualTo(ValueProblem.DOCUMENT_TOO_LARGE);
        assertThat(read(Format.JSON, "[".repeat(deep) + "]".repeat(deep)).problem())
                .isEqualTo(ValueProblem.DOCUMENT_TOO_LARGE);
        assertThat(read(Format.JSON, "[" + "1,".repeat(Tree.MOST_NODES) + "1]").problem())
                .isEqualTo(ValueProblem.DOCUMENT_TOO_LARGE);
        assertThat(read(Format.XML, "<a>".repeat(Tree.DEEPEST) + "</a>".repeat(Tree.DEEPEST))
                        .problem())
                .isNull();
    }

    @Test
    void aDocumentIsReadOnceARowAndForgottenWithIt() {
        byte[] one = "<a>1</a>".getBytes(StandardCharsets.UTF_8);
        Trees trees = new Trees();
        Tree first = trees.read(Format.XML, one, 0, one.length);

        assertThat(trees.read(Format.XML, one, 0, one.length)).isSameAs(first);
        assertThat(trees.read(Format.JSON, one, 0, one.length).problem()).isEqualTo(ValueProblem.NOT_JSON);
        assertThat(first.problem()).isNull();
        trees.startRow();
        one[3] = '2';
        Tree again = trees.read(Format.XML, one, 0, one.length);
        assertThat(again.array()[again.textStart(1)]).isEqualTo((byte) '2');
    }
}
