package org.exchangebus.schemas.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the changes of a resource as a whole: its name, key and metadata. */
final class MetadataComparison {

    private final Resource older;
    private final Resource newer;
    private final Metadata before;
    private final Metadata now;
    private final Changes changes;

    MetadataComparison(Resource older, Resource newer, Changes changes) {
        this.older = older;
        this.newer = newer;
        this.before = older.metadata();
        this.now = newer.metadata();
        this.changes = changes;
    }

    void compare() {
        whenOther(ChangeKind.RESOURCE_RENAMED, older.name(), newer.name());
        whenOther(ChangeKind.KEY_CHANGED, list(older.key()), list(newer.key()));
        whenOther(ChangeKind.SECRECY_CHANGED, secrecy(before), secrecy(now));
        compareSharing(before.sharing(), now.sharing());
        compareOpenness(before.openness(), now.openness());
        whenOther(ChangeKind.RESOURCE_CODE_CHANGED, older.code(), newer.code());
        whenOther(
                ChangeKind.CLASSIFICATION_CHANGED,
                classification(before.classification()),
                classification(now.classification()));
        whenOther(ChangeKind.PROVIDER_CHANGED, provider(before.provider()), provider(now.provider()));
        whenOther(ChangeKind.FORMAT_CHANGED, format(before.format()), format(now.format()));
        ChangeKind cycle = now.updateCycle().compareTo(before.updateCycle()) > 0
                ? ChangeKind.UPDATED_LESS_OFTEN
                : ChangeKind.UPDATED_MORE_OFTEN;
        whenOther(cycle, label(before.updateCycle()), label(now.updateCycle()));
        whenOther(ChangeKind.RELATED_CHANGED, related(before), related(now));
        boolean isReworded = !older.title().equals(newer.title())
                || !older.summary().equals(newer.summary())
                || !before.published().equals(now.published());
        changes.when(isReworded, ChangeKind.TEXT_CHANGED, newer.name(), older.title(), newer.title());
    }

    private void compareSharing(Metadata.Sharing was, Metadata.Sharing is) {
        ChangeKind kind =
                is.type().compareTo(was.type()) > 0 ? ChangeKind.SHARING_TIGHTENED : ChangeKind.SHARING_RELAXED;
        whenOther(kind, label(was.type()), label(is.type()));
        whenOther(ChangeKind.SHARING_TERMS_CHANGED, terms(was), terms(is));
        whenOther(ChangeKind.SHARING_METHOD_CHANGED, optionalLabel(was.method()), optionalLabel(is.method()));
    }

    private void compareOpenness(Metadata.Openness was, Metadata.Openness is) {
        String name = newer.name();
        changes.when(was.isOpen() && !is.isOpen(), ChangeKind.CLOSED_TO_PUBLIC, name, "open", "closed");
        changes.when(!was.isOpen() && is.isOpen(), ChangeKind.OPENED_TO_PUBLIC, name, "closed", "open");
        if (was.isOpen() && is.isOpen()) {
            changes.whenOther(ChangeKind.OPENNESS_TERMS_CHANGED, name, was.condition(), is.condition());
        }
    }

    private void whenOther(ChangeKind kind, String was, String is) {
        changes.whenOther(kind, newer.name(), was, is);
    }

    private static String secrecy(Metadata metadata) {
        return metadata.isClassified() ? "classified" : "unclassified";
    }

    private static String classification(Metadata.Classification at) {
        return stated("/", label(at.resourceClass()), at.category(), at.subcategory(), at.detail());
    }

    private static String provider(Metadata.Provider provider) {
        return stated(" ", provider.name(), provider.code(), provider.department());
    }

    private static String format(Metadata.Format format) {
        return stated(": ", label(format.kind()), format.types().isEmpty() ? null : list(format.types()));
    }

    private static String terms(Metadata.Sharing sharing) {
        return stated("; ", sharing.condition(), sharing.basis());
    }

    private static String related(Metadata metadata) {
        List<String> codes = new ArrayList<>(metadata.related());
        codes.addAll(metadata.external());
        return list(codes);
    }

    private static String stated(String between, @Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    }

    private static String list(List<String> parts) {
        return String.join(", ", parts);
    }

    private static String optionalLabel(@Nullable Enum<?> constant) {
        return constant == null ? "" : label(constant);
    }

    private static String label(Enum<?> constant) {
        return ItemReferences.label(constant);
    }
}
