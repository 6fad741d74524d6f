package org.exchangebus.transformers.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.exchangebus.transformers.mapping.Things.row;

import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.catalogue.Catalogue;
import org.exchangebus.schemas.catalogue.Resource;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.record.Doubt;
import org.exchangebus.schemas.record.MappedChunk;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    private static final List<String> FIELDS = List.of("CODE", "NAME", "CURRENCY");

    private static final String TEXT = """
            summary: Enterprises.
            resource: legal-entity
            items:
              unified-social-credit-code: CODE
              name: NAME
              currency: CURRENCY
            """;

    private static MappedChunk map(List<List<String>> rows) {
        Resource resource = Catalogue.bundled().resource("legal-entity");
        List<Finding> findings = new ArrayList<>();
        Mapping mapping =
                new MappingCompiler(List.of(resource)).compile("s/t", "t.yaml", TEXT, name -> null, FIELDS, findings);
        assertThat(findings).isEmpty();
        String[][] cells = rows.stream().map(r -> row(r.toArray(String[]::new))).toArray(String[][]::new);
        return mapping.apply(Things.chunk(FIELDS, cells));
    }

    @Test
    void countsEqualDoubtsOfDeliveredRecordsAndNamesTheFirst() {
        MappedChunk mapped = map(List.of(
                List.of("91110000600037341L", "甲", "CNY"),
                List.of("9144030071526726XG", "乙", "XAU"),
                List.of("91110000600037341N", "a rejected record counts no doubt", "XAG"),
                List.of("121200004013590816", "丙", "XAG")));

        assertThat(mapped.records().count()).isEqualTo(3);
        assertThat(mapped.rejections()).hasSize(1);
        assertThat(mapped.doubts()).singleElement().satisfies(doubt -> {
            assertThat(doubt.item()).isEqualTo("currency");
            assertThat(doubt.rule()).isEqualTo("code-table");
            assertThat(doubt.problem()).isEqualTo(SchemaProblem.CODE_NOT_LISTED);
            assertThat(doubt.arguments()).containsExactly("currency", "XAU", "currency");
            assertThat(doubt.place() + ":" + doubt.position()).isEqualTo("things.csv:3");
            assertThat(doubt.records()).isEqualTo(2);
        });
    }

    @Test
    void partsDoubtsByItemAndProblem() {
        MappedChunk mapped = map(List.of(List.of("91350100M0001TGQXM", "甲", "XAU")));

        assertThat(mapped.records().count()).isEqualTo(1);
        assertThat(mapped.doubts()).extracting(Doubt::item).contains("unified-social-credit-code", "currency");
        assertThat(mapped.doubts()).allMatch(doubt -> doubt.records() == 1);
    }

    @Test
    void hasNoDoubtsWhereAllIsInOrder() {
        assertThat(map(List.of(List.of("91110000600037341L", "甲", "CNY"))).doubts())
                .isEmpty();
    }
}
