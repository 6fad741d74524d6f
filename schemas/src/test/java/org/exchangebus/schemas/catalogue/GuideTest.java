package org.exchangebus.schemas.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuideTest {

    private static final JsonNode EDITOR = editor();

    static Stream<Arguments> lists() {
        return Stream.of(
                Arguments.of(
                        "resource-class",
                        Metadata.ResourceClass.values(),
                        "/properties/classification/properties/class"),
                Arguments.of("format-kind", Metadata.FormatKind.values(), "/properties/format/properties/kind"),
                Arguments.of("item-type", ItemType.values(), "/definitions/item/properties/type"),
                Arguments.of("sharing-type", Metadata.SharingType.values(), "/properties/sharing/properties/type"),
                Arguments.of(
                        "sharing-method", Metadata.SharingMethod.values(), "/properties/sharing/properties/method"),
                Arguments.of("update-cycle", Metadata.UpdateCycle.values(), "/properties/update-cycle"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void isWhatJavaAndTheEditorKnow(String list, Enum<?>[] constants, String pointer) {
        List<String> names = names(list);

        assertThat(Arrays.stream(constants).map(ItemReferences::label)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(EDITOR.at(pointer + "/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"format-kind", "item-type", "sharing-type", "sharing-method", "update-cycle"})
    void hasTheWordsOfTheCataloguePages(String list) throws IOException {
        Properties words = new Properties();
        try (InputStream in = Guide.class.getResourceAsStream("/org/exchangebus/schemas/export/words_zh.properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        assertThat(names(list)).isNotEmpty().allSatisfy(name -> assertThat(words.getProperty(list + "." + name))
                .startsWith(entry(list, name).get("title").asText()));
    }

    @Test
    void hasTheTwoKindsOfSecrecyThatTheEditorKnows() {
        assertThat(EDITOR.at("/properties/secrecy/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(names("secrecy"));
    }

    @Test
    void numbersClassesSharingTypesAndItemTypesAsJavaDoes() {
        assertThat(Metadata.ResourceClass.values())
                .allSatisfy(value -> assertThat(code("resource-class", value)).isEqualTo("" + value.digit()));
        assertThat(ItemType.values())
                .allSatisfy(type -> assertThat(code("item-type", type)).isEqualTo("" + type.letter()));
        assertThat(Metadata.SharingMethod.values()).allSatisfy(method -> assertThat(
                        entry("sharing-method", method).get("platform").asBoolean())
                .isEqualTo(method.isThroughPlatform()));
    }

    @Test
    void saysWhyAValueOfTheGuideIsNotUsed() {
        List<JsonNode> unused = new ArrayList<>();
        Guide.LISTS.get("item-type").forEach(type -> {
            if (!type.has("name")) {
                unused.add(type);
            }
        });

        assertThat(unused).extracting(type -> type.get("code").asText()).containsExactly("B", "F");
        assertThat(unused)
                .allSatisfy(type -> assertThat(type.get("unused").asText()).endsWith("."));
    }

    @Test
    void hasACategoryForEveryBundledResourceWhoseDigitsStandInItsCode() {
        assertThat(Catalogue.bundled().resources()).isNotEmpty().allSatisfy(resource -> {
            Metadata.Classification at = resource.metadata().classification();
            assertThat(Guide.categories(at.resourceClass())).contains(at.category());
            for (JsonNode category : Guide.LISTS.get("category")) {
                if (category.get("title").asText().equals(at.category()) && category.has("digits")) {
                    assertThat(resource.code())
                            .startsWith(category.get("digits").asText());
                }
            }
        });
    }

    @Test
    void leavesThemesAndDepartmentsOpenAndBaseClosed() {
        assertThat(Guide.isOpen(Metadata.ResourceClass.BASE)).isFalse();
        assertThat(Guide.isOpen(Metadata.ResourceClass.THEME)).isTrue();
        assertThat(Guide.isOpen(Metadata.ResourceClass.DEPARTMENT)).isTrue();
    }

    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        Guide.LISTS.get(list).forEach(entry -> {
            if (entry.has("name")) {
                names.add(entry.get("name").asText());
            }
        });
        return names;
    }

    private static String code(String list, Enum<?> value) {
        return entry(list, value).get("code").asText();
    }

    private static JsonNode entry(String list, Enum<?> value) {
        return entry(list, ItemReferences.label(value));
    }

    private static JsonNode entry(String list, String name) {
        for (JsonNode entry : Guide.LISTS.get(list)) {
            if (entry.path("name").asText().equals(name)) {
                return entry;
            }
        }
        throw new AssertionError(list + " has no " + name);
    }

    private static JsonNode editor() {
        try {
            return new ObjectMapper().readTree(GuideTest.class.getResource("/schema/resource-1.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
