package org.exchangebus.schemas.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.identifier.CreditCode;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say of one resource as a whole: that its parts agree with each other and with its place. */
final class CatalogueCheck {

    /** 类 1, 项 2 and 目 3; digits beyond these are 细目. */
    private static final int DIGITS_ABOVE_DETAIL = 6;

    private static final Set<String> PROSE = Set.of("summary", "summary-zh", "because", "what", "condition", "basis");

    private final Document document;
    private final Resource resource;
    private final List<Finding> findings = new ArrayList<>();

    CatalogueCheck(Document document, Resource resource) {
        this.document = document;
        this.resource = resource;
    }

    /** Everything wrong with the resource; {@code file} is its place below the catalogue's folder. */
    List<Finding> findings(Path file) {
        checkPlace(file);
        return findings();
    }

    /** Everything wrong with the resource, wherever it lies. */
    List<Finding> findings() {
        checkTexts(document.root(), "");
        checkMetadata();
        ItemReferences items = new ItemReferences(document, resource, findings);
        items.checkItems();
        items.checkKey();
        for (int i = 0; i < resource.rules().size(); i++) {
            items.checkRule(resource.rules().get(i), "/rules/" + i);
        }
        return findings;
    }

    /** Titles and names go into scripts, comments and heads of tables, where a line end begins something else. */
    private void checkTexts(JsonNode node, String pointer) {
        if (node.isTextual()) {
            String key = pointer.substring(pointer.lastIndexOf('/') + 1);
            node.asText()
                    .codePoints()
                    .filter(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)
                    .filter(c -> c != '\n' || !PROSE.contains(key))
                    .findFirst()
                    .ifPresent(c -> add(pointer, SchemaProblem.NOT_IN_ONE_LINE, key, "U+%04X".formatted(c)));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkTexts(node.get(i), pointer + "/" + i);
        }
        node.fields()
                .forEachRemaining(
                        field -> checkTexts(field.getValue(), pointer + "/" + Document.escaped(field.getKey())));
    }

    private void checkPlace(Path file) {
        String stem = file.getFileName().toString().replace(".yaml", "");
        if (!stem.equals(resource.name())) {
            add("/name", SchemaProblem.NAME_AND_PLACE_DISAGREE, "name", resource.name(), stem);
        }
        String folder = file.getName(0).toString();
        String resourceClass =
                ItemReferences.label(resource.metadata().classification().resourceClass());
        if (!folder.equals(resourceClass)) {
            add("/classification/class", SchemaProblem.NAME_AND_PLACE_DISAGREE, "class", resourceClass, folder);
        }
    }

    private void checkMetadata() {
        Metadata metadata = resource.metadata();
        Metadata.ResourceClass resourceClass = metadata.classification().resourceClass();
        if (resource.code().charAt(0) != resourceClass.digit()) {
            add(
                    "/code",
                    SchemaProblem.RESOURCE_CODE_OF_OTHER_CLASS,
                    resource.code(),
                    resource.code().substring(0, 1),
                    ItemReferences.label(resourceClass),
                    String.valueOf(resourceClass.digit()));
        }
        byte[] provider = metadata.provider().code().getBytes(StandardCharsets.UTF_8);
        if (!CreditCode.isValid(provider, 0, provider.length)) {
            add(
                    "/provider/code",
                    SchemaProblem.PROVIDER_CODE_FAILS,
                    metadata.provider().code());
        }
        checkClassification(metadata.classification());
        checkFormat(metadata.format());
        checkSharing(metadata.sharing());
        checkOpenness(metadata);
        checkVersions(metadata.versions());
    }

    private void checkClassification(Metadata.Classification at) {
        List<String> known = Guide.categories(at.resourceClass());
        if (!Guide.isOpen(at.resourceClass()) && !known.contains(at.category())) {
            add(
                    "/classification/category",
                    SchemaProblem.NAME_UNKNOWN,
                    "category",
                    at.category(),
                    Similar.nearest(at.category(), known),
                    Similar.list(known));
        }
        int front = resource.code().indexOf('/');
        if (at.detail() != null && front == DIGITS_ABOVE_DETAIL) {
            add("/classification/detail", SchemaProblem.RESOURCE_CODE_WITHOUT_DETAIL, at.detail(), resource.code());
        }
        if (at.detail() != null && at.subcategory() == null) {
            add("/classification", SchemaProblem.KEY_MISSING, "subcategory");
        }
    }

    private void checkFormat(Metadata.Format format) {
        String kind = ItemReferences.label(format.kind());
        for (int i = 0; i < format.types().size(); i++) {
            String type = format.types().get(i);
            String other = Guide.formatKind(type);
            if (other != null && !other.equals(kind) && Guide.hasTypes(kind)) {
                add("/format/types/" + i, SchemaProblem.FORMAT_OF_OTHER_KIND, type, other, kind);
            }
        }
    }

    private void checkSharing(Metadata.Sharing sharing) {
        String type = ItemReferences.label(sharing.type());
        boolean isWithheld = sharing.type() == Metadata.SharingType.WITHHELD;
        requireStated(sharing, Metadata.SharingType.CONDITIONAL, "condition", sharing.condition());
        requireStated(sharing, Metadata.SharingType.WITHHELD, "basis", sharing.basis());
        if (!isWithheld) {
            requireStated(sharing, sharing.type(), "method", sharing.method());
        }
        if (isWithheld && sharing.method() != null) {
            add("/sharing/method", SchemaProblem.STATED_IN_VAIN, "method", "sharing: " + type);
        }
        if (sharing.type() == Metadata.SharingType.UNCONDITIONAL && sharing.condition() != null) {
            add("/sharing/condition", SchemaProblem.STATED_IN_VAIN, "condition", "sharing: " + type);
        }
    }

    private void checkOpenness(Metadata metadata) {
        Metadata.Openness openness = metadata.openness();
        if (!openness.isOpen() && openness.condition() != null) {
            add("/openness/condition", SchemaProblem.STATED_IN_VAIN, "condition", "open: false");
        }
        boolean isWithheld = metadata.sharing().type() == Metadata.SharingType.WITHHELD;
        if (openness.isOpen() && (isWithheld || metadata.isClassified())) {
            add("/openness/open", SchemaProblem.OPEN_BUT_KEPT_BACK, isWithheld ? "withheld" : "classified");
        }
    }

    private void checkVersions(List<Metadata.Version> versions) {
        for (int i = 1; i < versions.size(); i++) {
            Metadata.Version newer = versions.get(i - 1);
            Metadata.Version older = versions.get(i);
            if (older.compareTo(newer) >= 0 || older.date().isAfter(newer.date())) {
                add("/versions/" + i, SchemaProblem.VERSIONS_OUT_OF_ORDER, older.number(), newer.number());
            }
        }
    }

    private void requireStated(
            Metadata.Sharing sharing, Metadata.SharingType type, String key, @Nullable Object value) {
        if (sharing.type() == type && value == null) {
            add("/sharing", SchemaProblem.SHARING_INCOMPLETE, ItemReferences.label(type), key);
        }
    }

    private void add(String pointer, SchemaProblem problem, String... arguments) {
        findings.add(document.finding(pointer, problem, arguments));
    }
}
