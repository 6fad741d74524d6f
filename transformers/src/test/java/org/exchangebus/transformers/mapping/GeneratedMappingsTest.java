package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.exchangebus.schemas.generated.GeneratedInputs;
import org.exchangebus.schemas.generated.Mutation;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.record.MappedChunk;
import org.exchangebus.schemas.record.SourceChunk;
import org.junit.jupiter.api.Test;

class GeneratedMappingsTest {

    private static final String LONG = """
            summary: Things of the warehouse.
            resource: thing
            items:
              id: first(ID | trim, <MORE> | half-width)
              name: join(NAME, MORE, with='·') | collapse-blanks
              sex: MORE | code(sex, by=label, map={M=1, F=2})
              amount: "MORE | number(thousands=',') | multiply(10000)"
              since: MORE | date(yyyyMMdd, yyyy-M-d, null=[19000101], forever=99990909, becomes=nothing)
              active:
                choose:
                  - when: NAME is one of 'a', 'b' and not (MORE starts with 'x' or MORE is empty)
                    then: "'是' | true-false(true=[是], false=[否])"
                  - otherwise: nothing
              at:
                from: MORE
                apply: date-time('yyyy-MM-dd HH:mm:ss')
                note: As the source says it.
            leave-out:
              - when: NAME | trim is empty
                because: drafts are no things
            delete:
              - when: MORE is '1'
                because: marked
            """;

    private static final Mutation MAPPINGS = Mutation.ofTexts(
            List.of(Things.GOOD, LONG),
            "summary: ",
            "resource: thing\n",
            "items:\n",
            "  id: ",
            "waive:\n",
            "ignore:\n",
            "\n",
            ": ",
            " | ",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "=",
            ", ",
            "'",
            "\"",
            "<",
            ">",
            "ID",
            "NAME",
            "MORE",
            "trim",
            "first(",
            "join(",
            "with=",
            "date(",
            "yyyy",
            "number",
            "code(sex",
            "multiply(",
            "99999999999999999999",
            "1e9",
            "-1",
            "nothing",
            " is ",
            " not ",
            " and ",
            " or ",
            " empty",
            "one of ",
            "starts with ",
            "- when: ",
            "then: ",
            "otherwise: ",
            "because: ",
            "&a ",
            "*a",
            "!x ",
            "---\n",
            "~",
            "王",
            "\u0000",
            "\uD83D\uDE00",
            "not (",
            "((((",
            "first(first(",
            "pad-left(999999999, '0')",
            "characters(9, 1)",
            "replace('', 'aaaa')",
            "\t");

    private static final SourceChunk ROWS = Things.chunk(
            Things.FIELDS,
            Things.row(" 007", "王伟", "2001-02-29"),
            Things.row(null, "", "1"),
            Things.row("x".repeat(300), "\uD842\uDFB7", "１，２３４．５"),
            Things.row("a", "b", "\u0000\n"));

    @Test
    void theyAreMadeFromGoodOnes() {
        assertThat(Things.findings(Things.GOOD)).isEmpty();
        assertThat(Things.findings(LONG)).isEmpty();
    }

    @Test
    void anyTextIsAMappingThatMapsOrProblemsWithTheirPlaces() throws InterruptedException {
        GeneratedInputs.of(MAPPINGS).each(input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            Mapping mapping;
            try {
                mapping = Things.mapping(text, Things.FIELDS);
            } catch (ProblemException e) {
                assertThat(e.findings()).isNotEmpty().allSatisfy(finding -> {
                    assertThat(finding.where()).startsWith("t.yaml:");
                    assertThat(GeneratedInputs.chinese(finding)).doesNotContain("{0}");
                });
                return;
            }
            MappedChunk mapped = mapping.apply(ROWS);
            assertThat(mapped.records().count() + mapped.rejections().size() + mapped.filtered())
                    .isEqualTo(4);
        });
    }
}
