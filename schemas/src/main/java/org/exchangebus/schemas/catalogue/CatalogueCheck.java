package org.exchangebus.schemas.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.identifier.CreditCode;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say of one resource as a whole: that its parts agree with each other and with its place. */
final class CatalogueCheck {

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
        checkMetadata();
        ItemReferences items = new ItemReferences(document, resource, findings);
        items.checkItems();
        items.checkKey();
        for (int i = 0; i < resource.rules().size(); i++) {
            items.checkRule(resource.rules().get(i), "/rules/" + i);
        }
        return findings;
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
        Metadata.Sharing sharing = metadata.sharing();
        requireStated(sharing, Metadata.SharingType.CONDITIONAL, "condition", sharing.condition());
        requireStated(sharing, Metadata.SharingType.WITHHELD, "basis", sharing.basis());
    }

    private void requireStated(
            Metadata.Sharing sharing, Metadata.SharingType type, String key, @Nullable String value) {
        if (sharing.type() == type && value == null) {
            add("/sharing", SchemaProblem.SHARING_INCOMPLETE, ItemReferences.label(type), key);
        }
    }

    private void add(String pointer, SchemaProblem problem, String... arguments) {
        findings.add(document.finding(pointer, problem, arguments));
    }
}
