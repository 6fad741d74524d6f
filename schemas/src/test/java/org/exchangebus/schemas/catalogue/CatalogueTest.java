package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;
import org.exchangebus.schemas.run.SystemFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    @TempDir
    Path folder;

    static Collection<Resource> resources() {
        return Catalogue.bundled().resources();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void everyResourceSaysWhatItIs(Resource resource) {
        assertThat(resource.title()).isNotBlank();
        assertThat(resource.summary()).isNotBlank();
        assertThat(resource.items()).allSatisfy(item -> {
            assertThat(item.title()).isNotBlank();
            assertThat(item.summary().english()).endsWith(".");
            assertThat(item.summary().chinese())
                    .as("summary-zh of " + item.name())
                    .endsWith("。")
                    .containsPattern("\\p{IsHan}");
            assertThat(item.shortName()).isNotBlank();
        });
        assertThat(resource.rules())
                .allSatisfy(rule -> assertThat(rule.because()).endsWith("."));
        assertThat(ResourceCheck.of(resource)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "person, 14",
        "legal-entity, 32",
        "administrative-licence, 28",
        "administrative-penalty, 30",
        "land-parcel, 9",
        "dishonest-judgment-debtor, 19",
    })
    void holdsAsManyItemsAsTheStandardLists(String resource, int items) {
        assertThat(Catalogue.bundled().resource(resource).items()).hasSize(items);
    }

    @Test
    void keepsTheMetadataOfTheGuide() {
        Metadata metadata = Catalogue.bundled().resource("person").metadata();

        assertThat(metadata.classification())
                .isEqualTo(new Metadata.Classification(Metadata.ResourceClass.BASE, "人口", null, null));
        assertThat(metadata.provider().code()).isEqualTo("11100000000013127D");
        assertThat(metadata.isClassified()).isFalse();
        assertThat(metadata.sharing().type()).isEqualTo(Metadata.SharingType.CONDITIONAL);
        assertThat(metadata.sharing().method().isThroughPlatform()).isTrue();
        assertThat(metadata.openness().isOpen()).isFalse();
        assertThat(metadata.updateCycle()).isEqualTo(Metadata.UpdateCycle.DAILY);
    }

    @Test
    void proposesANameForAResourceThatIsNotKnown() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Catalogue.bundled().resource("legal-entiti"))
                .withMessageContaining("Did you mean 'legal-entity'?");
    }

    @Test
    void takesResourcesOfAFolderToThoseItHas() throws IOException {
        write("theme/health/clinic.yaml", CatalogueFiles.CLINIC);

        Catalogue catalogue = Catalogue.bundled().with(folder);

        assertThat(catalogue.resource("clinic").title()).isEqualTo("样例诊所");
        assertThat(catalogue.resource("person")).isSameAs(Catalogue.bundled().resource("person"));
    }

    @Test
    void letsAResourceNameOneThatIsReadAfterItAndOneOfAnotherCatalogue() throws IOException {
        write(
                "theme/health/clinic.yaml",
                CatalogueFiles.CLINIC.replace("key: ", "related: [201001/2, 101001/1]\nexternal: [309001/7]\nkey: "));
        write(
                "theme/health/ward.yaml",
                CatalogueFiles.CLINIC.replace("name: clinic", "name: ward").replace("201001/1", "201001/2"));

        Metadata metadata = Catalogue.bundled().with(folder).resource("clinic").metadata();

        assertThat(metadata.related()).containsExactly("201001/2", "101001/1");
        assertThat(metadata.external()).containsExactly("309001/7");
    }

    @Test
    void readsTheClassificationDownToItsDetail() throws IOException {
        write(
                "theme/health/clinic.yaml",
                CatalogueFiles.CLINIC
                        .replace("code: 201001/1", "code: 20100101/1")
                        .replace("category: 健康保障", "category: 健康保障, subcategory: 诊所, detail: 口腔诊所"));

        assertThat(Catalogue.empty().with(folder).resource("clinic").metadata().classification())
                .isEqualTo(new Metadata.Classification(Metadata.ResourceClass.THEME, "健康保障", "诊所", "口腔诊所"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class: theme, category: 健康保障 | class: base, category: 人品 | SCHEMA-012",
                "category: 健康保障 | category: 健康保障, detail: 口腔诊所 | SCHEMA-006",
                "type: unconditional, method: file | type: unconditional | SCHEMA-016",
                "type: unconditional | type: unconditional, condition: 样例 | SCHEMA-035",
                "type: unconditional | type: withheld, basis: 样例 | SCHEMA-035",
                "open: true | open: false, condition: 样例 | SCHEMA-035",
                "type: unconditional, method: file | type: withheld, basis: 样例 | SCHEMA-034",
                "number: \"1.0\" | number: \"1\" | SCHEMA-009",
                "kind: database | kind: image, types: [Oracle] | SCHEMA-033",
            })
    void refusesMetadataThatDisagreeWithEachOther(String part, String other, String code) throws IOException {
        write("theme/health/clinic.yaml", CatalogueFiles.CLINIC.replace(part, other));

        assertThat(findings()).extracting(finding -> finding.problem().code()).contains(code);
    }

    @Test
    void refusesARuleThatWaitsForNoValueOrForOneThatCannotBe() throws IOException {
        String rule = "rules:\n  - organisation-code-is-part-of-credit-code:\n"
                + "      {organisation-code: number, credit-code: credit, because: A test wants it.%s}\n";
        String credit = "  - {name: credit, title: 代码, type: text, obligation: optional, identifier: credit-code,"
                + " summary: Credit code.}\n";
        String resource = CatalogueFiles.CLINIC.replaceFirst("(?s)rules:.*", "") + credit;

        assertThat(told(resource + rule.formatted(""))).containsExactly("SCHEMA-017");
        assertThat(told(resource + rule.formatted(", when: number"))).containsExactly("SCHEMA-009");
        assertThat(told(resource + rule.formatted(", when: nummer, one-of: [\"2\"]")))
                .containsExactly("SCHEMA-012");
    }

    private List<String> told(String resource) throws IOException {
        write("theme/health/clinic.yaml", resource);
        return findings().stream().map(finding -> finding.problem().code()).toList();
    }

    @Test
    void isReadFromInsideAJar() throws IOException {
        URL bundled = Objects.requireNonNull(Catalogue.class.getResource("/catalogue"));
        Path source = SystemFolder.onClassPath(bundled);
        Path jar = folder.resolve("schemas.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry("catalogue/" + source.relativize(file)));
                out.write(Files.readAllBytes(file));
            }
        }

        Path inJar = SystemFolder.onClassPath(
                URI.create("jar:" + jar.toUri() + "!/catalogue").toURL());

        assertThat(Catalogue.empty().with(inJar).resources())
                .containsExactlyElementsOf(Catalogue.bundled().resources());
    }

    @Test
    void tellsEverythingThatIsWrongInAllFilesTogether() throws IOException {
        write(
                "theme/health/clinic.yaml",
                CatalogueFiles.CLINIC.replace("obligation: mandatory", "obligaton: mandatory"));
        write("theme/health/broken.yaml", "name: [");
        write("theme/health/doubled.yaml", CatalogueFiles.CLINIC);

        List<Finding> findings = findings();

        assertThat(findings)
                .extracting(
                        finding -> finding.problem().code() + finding.where().replaceAll(".*yaml", ""))
                .containsExactly("SCHEMA-002:1:8", "SCHEMA-006:17:5", "SCHEMA-005:20:5", "SCHEMA-010:2:1");
        assertThat(findings.get(2).render(Locale.CHINESE)).contains("是否为“obligation”?");
    }

    private List<Finding> findings() {
        return catchThrowableOfType(
                        ProblemException.class, () -> Catalogue.empty().with(folder))
                .findings();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
