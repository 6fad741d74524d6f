package org.exchangebus.schemas.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.exchangebus.schemas.codetable.CodeTable;
import org.exchangebus.schemas.document.Document;
import org.exchangebus.schemas.identifier.CreditCode;
import org.exchangebus.schemas.identifier.IdentifierKind;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.SchemaProblem;
import org.exchangebus.schemas.problem.Similar;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say of one resource: names that have to exist, parts that have to agree. */
final class CatalogueCheck {

    private static final Set<ItemType> TEXTS = Set.of(ItemType.TEXT, ItemType.MEMO);
    private static final Set<ItemType> DATES = Set.of(ItemType.DATE);
    private static final Set<ItemType> GEOMETRIES = Set.of(ItemType.GEOMETRY);

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
        checkItems();
        checkKey();
        for (int i = 0; i < resource.rules().size(); i++) {
            checkRule(resource.rules().get(i), "/rules/" + i);
        }
        return findings;
    }

    private void checkPlace(Path file) {
        String stem = file.getFileName().toString().replace(".yaml", "");
        if (!stem.equals(resource.name())) {
            add("/name", SchemaProblem.NAME_AND_PLACE_DISAGREE, "name", resource.name(), stem);
        }
        String folder = file.getName(0).toString();
        String resourceClass = label(resource.metadata().classification().resourceClass());
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
                    label(resourceClass),
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
            add("/sharing", SchemaProblem.SHARING_INCOMPLETE, label(type), key);
        }
    }

    private void checkItems() {
        Map<String, String> names = new HashMap<>();
        Map<String, String> shortNames = new HashMap<>();
        for (int i = 0; i < resource.items().size(); i++) {
            Item item = resource.items().get(i);
            String pointer = "/items/" + i;
            requireFree(names, item.name(), item, pointer + "/name", "item name");
            String shortName = item.shortName();
            if (shortName != null) {
                requireFree(shortNames, shortName, item, pointer + "/short-name", "short name");
            }
            String codeTable = item.codeTable();
            if (codeTable != null) {
                requireKnown(pointer + "/code-table", "code table", codeTable, CodeTable.names());
                requireType(pointer + "/code-table", item, "code-table", TEXTS);
            }
            String identifier = item.identifier();
            if (identifier != null) {
                requireKnown(pointer + "/identifier", "kind of identifier", identifier, IdentifierKind.labels());
                requireType(pointer + "/identifier", item, "identifier", TEXTS);
            }
        }
    }

    private void checkKey() {
        for (int i = 0; i < resource.key().size(); i++) {
            String pointer = "/key/" + i;
            Item item = item(pointer, resource.key().get(i));
            if (item != null && item.obligation() != Obligation.MANDATORY) {
                add(pointer, SchemaProblem.KEY_ITEM_NOT_MANDATORY, item.name());
            }
        }
    }

    private void checkRule(Rule rule, String pointer) {
        String at = pointer + "/" + rule.name();
        if (rule instanceof Rule.SexAgrees r) {
            requireType(at, r.sex(), rule, TEXTS);
            requireType(at, r.identityNumber(), rule, TEXTS);
        } else if (rule instanceof Rule.BirthDateAgrees r) {
            requireType(at, r.birthDate(), rule, DATES);
            requireType(at, r.identityNumber(), rule, TEXTS);
        } else if (rule instanceof Rule.NotBefore r) {
            requireType(at, r.item(), rule, DATES);
            requireType(at, r.other(), rule, DATES);
        } else if (rule instanceof Rule.OrganisationCodeIsPart r) {
            requireType(at, r.organisationCode(), rule, TEXTS);
            requireType(at, r.creditCode(), rule, TEXTS);
        } else if (rule instanceof Rule.Geometry r) {
            requireType(at, r.item(), rule, GEOMETRIES);
        } else if (rule instanceof Rule.RequiredWhen r) {
            item(at + "/item", r.item());
            checkValues(at, r.when(), r.oneOf());
        } else if (rule instanceof Rule.IdentifierWhen r) {
            requireType(at, r.item(), rule, TEXTS);
            requireKnown(at + "/identifier", "kind of identifier", r.identifier(), IdentifierKind.labels());
            checkValues(at, r.when(), r.oneOf());
        }
    }

    private void checkValues(String at, String when, List<String> oneOf) {
        Item item = item(at + "/when", when);
        String table = item == null ? null : item.codeTable();
        if (table == null || !CodeTable.names().contains(table)) {
            return;
        }
        for (String value : oneOf) {
            if (!CodeTable.bundled(table).holds(value)) {
                add(at + "/one-of", SchemaProblem.LISTED_VALUE_CANNOT_BE, value, when, table);
            }
        }
    }

    private void requireType(String at, String name, Rule rule, Set<ItemType> suited) {
        Item item = item(at, name);
        if (item != null) {
            requireType(at, item, rule.name(), suited);
        }
    }

    private void requireType(String pointer, Item item, String user, Set<ItemType> suited) {
        if (!suited.contains(item.type())) {
            List<String> labels = suited.stream().map(CatalogueCheck::label).toList();
            add(pointer, SchemaProblem.ITEM_DOES_NOT_SUIT, item.name(), label(item.type()), user, Similar.list(labels));
        }
    }

    private void requireFree(Map<String, String> taken, String name, Item item, String pointer, String what) {
        String other = taken.putIfAbsent(name, item.title());
        if (other != null) {
            add(pointer, SchemaProblem.NAME_TWICE, what, name, "'" + other + "'");
        }
    }

    private void requireKnown(String pointer, String what, String name, List<String> known) {
        if (!known.contains(name)) {
            add(pointer, SchemaProblem.NAME_UNKNOWN, what, name, Similar.nearest(name, known), Similar.list(known));
        }
    }

    private @Nullable Item item(String pointer, String name) {
        List<String> known = resource.items().stream().map(Item::name).toList();
        requireKnown(pointer, "item", name, known);
        int position = resource.position(name);
        return position < 0 ? null : resource.items().get(position);
    }

    private void add(String pointer, SchemaProblem problem, String... arguments) {
        findings.add(document.finding(pointer, problem, arguments));
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
