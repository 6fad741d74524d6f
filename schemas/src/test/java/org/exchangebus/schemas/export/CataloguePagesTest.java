package org.exchangebus.schemas.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class CataloguePagesTest {

    private static final Collection<Resource> RESOURCES = Catalogue.bundled().resources();

    static Stream<Locale> languages() {
        return Stream.of(Locale.ENGLISH, Locale.CHINESE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void areHtmlWhoseLinksLeadSomewhere(Locale language) throws SAXException, IOException {
        Map<String, String> pages = ExportForm.HTML.files(RESOURCES, language);
        assertThat(pages).hasSize(RESOURCES.size() + 1);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Document document = parsed(page.getValue());
            Set<String> anchors = new HashSet<>();
            for (Element element : elements(document, "*")) {
                if (element.hasAttribute("id")) {
                    assertThat(anchors.add(element.getAttribute("id"))).isTrue();
                }
            }
            for (Element link : elements(document, "a")) {
                String target = link.getAttribute("href");
                assertThat(target.startsWith("#") ? anchors : pages.keySet())
                        .as(page.getKey())
                        .contains(target.replaceFirst("^#", ""));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void needNeitherNetworkNorScript(Locale language) {
        assertThat(ExportForm.HTML.files(RESOURCES, language).values())
                .allSatisfy(page -> assertThat(page).doesNotContain("<script", "src=", "@import", "url("));
    }

    @Test
    void tellTheMetadataInTheOrderOfTheGuide() throws SAXException, IOException {
        Document page = parsed(ExportForm.HTML.files(RESOURCES, Locale.CHINESE).get("person.html"));
        List<String> heads = elements(page, "th").stream()
                .filter(head -> head.getAttribute("scope").equals("row"))
                .map(Element::getTextContent)
                .toList();
        assertThat(heads)
                .containsSubsequence(
                        "信息资源分类",
                        "信息资源名称",
                        "信息资源代码",
                        "信息资源提供方",
                        "信息资源提供方代码",
                        "信息资源摘要",
                        "信息资源格式",
                        "共享类型",
                        "共享条件",
                        "共享方式",
                        "是否向社会开放",
                        "更新周期",
                        "发布日期");
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void showEveryItemAndEveryCodeOfEveryResource(Locale language) throws SAXException, IOException {
        for (Resource resource : RESOURCES) {
            List<String> cells =
                    elements(parsed(ExportForm.HTML.files(resource, language).get(resource.name() + ".html")), "td")
                            .stream()
                            .map(Element::getTextContent)
                            .toList();
            assertThat(cells)
                    .containsAll(resource.items().stream()
                            .flatMap(item -> Stream.of(
                                    item.name(),
                                    item.title(),
                                    Words.in(language).in(item.summary())))
                            .toList());
            assertThat(cells)
                    .containsAll(CataloguePages.codeTables(resource).stream()
                            .flatMap(name ->
                                    org.exchangebus.schemas.codetable.CodeTable.bundled(name)
                                            .labels()
                                            .keySet()
                                            .stream())
                            .toList());
        }
    }

    @Test
    void keepInMarkdownEachRowInOneLineWithAllItsCells() {
        ExportForm.MARKDOWN.files(RESOURCES, Locale.ENGLISH).forEach((name, page) -> {
            List<String> lines = page.lines().toList();
            List<Integer> heads = IntStream.range(1, lines.size())
                    .filter(i -> lines.get(i).startsWith("| ---"))
                    .boxed()
                    .toList();
            assertThat(heads).as(name).isNotEmpty();
            for (int head : heads) {
                int columns = columns(lines.get(head));
                for (int i = head - 1; i < lines.size() && lines.get(i).startsWith("|"); i++) {
                    assertThat(columns(lines.get(i)))
                            .as(name + ": " + lines.get(i))
                            .isEqualTo(columns);
                }
            }
        });
    }

    @Test
    void escapeWhatWouldBeMarkup() {
        Page page = new Page(Words.in(Locale.ENGLISH), "a<b>&\"c\"|*")
                .add(new Page.Sentence(Page.Cell.of("<script>|[x](y)")));
        assertThat(HtmlPage.of(page))
                .contains("<h1>a&lt;b&gt;&amp;&quot;c&quot;|*</h1>", "<p>&lt;script&gt;|[x](y)</p>");
        assertThat(MarkdownPage.of(page)).isEqualTo("# a\\<b\\>&\"c\"\\|\\*\n\n\\<script\\>\\|\\[x\\](y)\n");
    }

    private static int columns(String line) {
        return line.split("(?<!\\\\)\\|", -1).length;
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** Parsed by the rules of HTML; whatever a browser would have to repair is an error here. */
    private static Document parsed(String html) throws SAXException, IOException {
        HtmlDocumentBuilder builder = new HtmlDocumentBuilder(XmlViolationPolicy.FATAL);
        builder.setErrorHandler(new Refusing());
        return builder.parse(new InputSource(new StringReader(html)));
    }

    private static final class Refusing implements ErrorHandler {

        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
