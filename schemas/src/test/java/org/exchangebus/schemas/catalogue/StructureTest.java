package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.schemas.problem.Phrase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureTest {

    /** A household with its members. */
    static Resource resource() {
        Resource person = Catalogue.bundled().resource("person");
        return new Resource(
                "household",
                "户",
                "101001/9",
                "A household.",
                List.of("number"),
                List.of(
                        item("number", "户号", ItemType.TEXT, Obligation.MANDATORY),
                        item("members", "成员", ItemType.STRUCTURE, Obligation.OPTIONAL)),
                List.of(),
                person.metadata());
    }

    private static Item item(String name, String title, ItemType type, Obligation obligation) {
        return new Item(
                name,
                title,
                null,
                type,
                0,
                0,
                0,
                obligation,
                null,
                null,
                false,
                null,
                TextForm.ANY,
                new Phrase("An item.", "信息项。"),
                List.of(),
                false);
    }

    private static Structure read(String text) {
        byte[] utf8 = ("x" + text + "x").getBytes(StandardCharsets.UTF_8);
        return new Structure(utf8, 1, utf8.length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"b\"}",
                "{\"a\":-0.5,\"b\":true,\"c\":false,\"d\":[1,20,0]}",
                "[{\"name\":\"王样例\"},{\"name\":\"李样例\"}]",
                "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\\u001f\"]",
                "{\"a\":{\"b\":[[\"c\"]]}}"
            })
    void acceptsWhatIsWrittenInTheOneWay(String text) {
        Structure structure = read(text);

        assertThat(structure.isAccepted()).as(structure.reason()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "\"a\"",
                "null",
                "{}",
                "[]",
                "[null]",
                "[\"\"]",
                "[1,]",
                "[1",
                "[1]]",
                "[ 1]",
                "{\"a\": 1}",
                "{\"b\":1,\"a\":1}",
                "{\"a\":1,\"a\":1}",
                "{\"\":1}",
                "{a:1}",
                "{\"a\":1",
                "{\"a\"}",
                "[01]",
                "[-0]",
                "[1.0]",
                "[1.]",
                "[1e2]",
                "[tru]",
                "[\"\\/\"]",
                "[\"\\u0041\"]",
                "[\"\\u0000\"]",
                "[\"\\u000A\"]",
                "[\"\\u000a\"]",
                "[\"\\u001F\"]",
                "[\"a\nb\"]",
                "[\"a]"
            })
    void refusesEverythingElseAndSaysWhy(String text) {
        Structure structure = read(text);

        assertThat(structure.isAccepted()).isFalse();
        assertThat(structure.reason()).isNotEmpty();
        assertThat(JsonReasons.chinese(structure.reason())).containsPattern("\\p{IsHan}");
        assertThat(structure.position()).isBetween(1, text.getBytes(StandardCharsets.UTF_8).length + 1);
    }

    @Test
    void isBoundedInDepthAndLength() {
        assertThat(read("[".repeat(Structure.DEEPEST) + "1" + "]".repeat(Structure.DEEPEST))
                        .isAccepted())
                .isTrue();
        Structure deep = read("[".repeat(Structure.DEEPEST + 1) + "1" + "]".repeat(Structure.DEEPEST + 1));
        assertThat(deep.isAccepted()).isFalse();
        assertThat(deep.reason()).contains("levels");
        Structure endless = read("[" + "1,".repeat(ResourceCheck.LONGEST_STRUCTURE / 2) + "1]");
        assertThat(endless.isAccepted()).isFalse();
        assertThat(endless.reason()).contains("bytes");
    }
}
