package org.exchangebus.schemas.codetable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of every table: code to label, label and aliases to code, no word with two meanings. */
class EveryCodeTest {

    /** One code a test; of a table of thousands, all codes that begin alike. */
    static Stream<Arguments> codes() {
        return CodeTable.names().stream().flatMap(name -> {
            Map<String, List<Code>> groups = new java.util.TreeMap<>();
            for (Code code : CodeTable.bundled(name).codes()) {
                boolean isLong = CodeTable.bundled(name).codes().size() > 500;
                String group = isLong ? code.code().substring(0, 2) : code.code();
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(code);
            }
            return groups.entrySet().stream().map(group -> Arguments.of(name, group.getKey(), group.getValue()));
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("codes")
    void isFoundByCodeLabelAndAliases(String name, String group, List<Code> codes) {
        CodeTable table = CodeTable.bundled(name);
        for (Code code : codes) {
            byte[] bytes = code.code().getBytes(StandardCharsets.UTF_8);
            assertThat(table.holds(bytes, 0, bytes.length)).as(code.code()).isTrue();
            assertThat(table.isRetired(bytes, 0, bytes.length)).isEqualTo(code.isRetired());
            assertThat(table.label(code.code())).contains(code.label());
            assertThat(table.listed(code.code())).contains(code);
            if (!code.isRetired()) {
                assertThat(table.code(code.label())).contains(code.code());
                assertThat(word(table, code.label())).isEqualTo(code.code());
                code.aliases().forEach(alias -> assertThat(word(table, alias)).isEqualTo(code.code()));
            }
        }
    }

    @Test
    void aRetiredCodeIsFoundByALabelThatNoOtherHas() {
        for (String name : CodeTable.names()) {
            CodeTable table = CodeTable.bundled(name);
            Map<String, List<Code>> byLabel = new HashMap<>();
            table.codes().forEach(code -> byLabel.computeIfAbsent(code.label(), l -> new ArrayList<>())
                    .add(code));
            byLabel.forEach((label, codes) -> {
                List<String> inUse = codes.stream()
                        .filter(code -> !code.isRetired())
                        .map(Code::code)
                        .toList();
                if (inUse.isEmpty() && codes.size() == 1) {
                    assertThat(table.code(label)).contains(codes.get(0).code());
                } else if (inUse.isEmpty()) {
                    assertThat(table.code(label)).as(label).isEmpty();
                } else {
                    assertThat(inUse).hasSize(1);
                }
            });
        }
    }

    @Test
    void aTableFitsTheTypeThatItsHeadNames() {
        assertThat(CodeTable.names()).hasSizeGreaterThan(20).allSatisfy(name -> {
            CodeTable table = CodeTable.bundled(name);
            assertThat(table.origin().summary()).isNotEmpty();
            assertThat(table.codes()).isNotEmpty();
            assertThat(table.holds("")).isFalse();
            assertThat(table.holds("no such code")).isFalse();
        });
    }

    private static String word(CodeTable table, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        byte[] code = table.codeOfLabel(bytes, 0, bytes.length);
        assertThat(code).as(word).isNotNull();
        return new String(code, StandardCharsets.UTF_8);
    }
}
