package org.exchangebus.schemas.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.regex.RegularExpression;
import java.nio.file.Path;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

    @Test
    void knowsWhereEachPartStands() {
        Document document = Document.read("x.yaml", "name: a\nitems:\n  - name: b\n    a/b: 1\n");

        assertThat(document.where("")).isEqualTo("x.yaml:1:1");
        assertThat(document.where("/items")).isEqualTo("x.yaml:2:1");
        assertThat(document.where("/items/0")).isEqualTo("x.yaml:3:5");
        assertThat(document.where("/items/0/a~1b")).isEqualTo("x.yaml:4:5");
        assertThat(document.where("/items/0/missing/deep")).isEqualTo("x.yaml:3:5");
    }

    @Test
    void keepsATextThatOnlyLooksLikeSomethingElse() {
        JsonNode root = Document.read(
                        "x", "[no, on, 01, 1_000, 0x1F, 12:30, 2026-11-23, 1e3, 9999999999999999999, \"1\"]")
                .root();

        root.forEach(value -> assertThat(value.isTextual()).as(value.asText()).isTrue());
        assertThat(Document.read("x", "[true, 12, -1.50, null, ~]").root()).hasToString("[true,12,-1.50,null,null]");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a: &x 1`, YAML_NOT_PLAIN, x:1:4",
                "`a: *x`, YAML_NOT_PLAIN, x:1:4",
                "`a: !!java.net.URL [b]`, YAML_NOT_PLAIN, x:1:4",
                "`a: !secret b`, YAML_NOT_PLAIN, x:1:4",
                "`a: 1\n---\nb: 2`, YAML_NOT_PLAIN, x:3:1",
                "`a: 1\nb: 2\na: 3`, KEY_TWICE, x:3:1",
            })
    void refusesWhatIsNotPlain(String text, SchemaProblem problem, String where) {
        Finding finding = finding(text);

        assertThat(finding.problem()).isEqualTo(problem);
        assertThat(finding.where()).isEqualTo(where);
    }

    @Test
    void aNameWithoutEndFitsNoPatternAndDoesNotExhaustTheStack() {
        RegularExpression kebab = SchemaPattern.of("^[a-z][a-z0-9]*(-[a-z0-9]+)*$");
        assertThat(kebab.matches("administrative-penalty")).isTrue();
        assertThat(kebab.matches("administrative_penalty")).isFalse();
        assertThat(kebab.matches("a" + "-penalty".repeat(10_000))).isFalse();
    }

    @Test
    void saysThatAFileIsNotThere() {
        ProblemException e = catchThrowableOfType(ProblemException.class, () -> Document.read(Path.of("no-such.yaml")));

        assertThat(e.findings()).extracting(Finding::problem).containsExactly(SchemaProblem.FILE_UNREADABLE);
    }

    static Finding finding(String text) {
        return catchThrowableOfType(ProblemException.class, () -> Document.read("x", text))
                .findings()
                .get(0);
    }
}
