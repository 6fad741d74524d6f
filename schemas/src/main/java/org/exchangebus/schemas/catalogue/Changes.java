package org.exchangebus.schemas.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The changes that were found so far. */
final class Changes {

    /** Stands for what was or is not stated. */
    static final String NONE = "-";

    private final String resource;
    private final List<Change> all = new ArrayList<>();

    Changes(String resource) {
        this.resource = resource;
    }

    List<Change> all() {
        return List.copyOf(all);
    }

    void add(ChangeKind kind, String name, String before, String now) {
        add(kind, resource, List.of(name, before, now, ""), kind.effects());
    }

    void when(boolean isSo, ChangeKind kind, String name, String before, String now) {
        if (isSo) {
            add(kind, name, before, now);
        }
    }

    /** Adds a change of a part of the resource where the two differ; null and empty are the same. */
    void whenOther(ChangeKind kind, String name, @Nullable Object before, @Nullable Object now) {
        String was = stated(before);
        String is = stated(now);
        when(!was.equals(is), kind, name, was, is);
    }

    /** Adds a change of an item; the effects beside those of its kind are those on the registry's column. */
    void addToItem(ChangeKind kind, String item, String before, String now, String statement, Effect... more) {
        List<Effect> effects = new ArrayList<>(kind.effects());
        effects.addAll(List.of(more));
        add(kind, resource + "/" + item, List.of(item, before, now, statement), effects);
    }

    /** The text of a value, for the arguments of a change. */
    static String stated(@Nullable Object value) {
        String text = Objects.toString(value, "");
        return text.isEmpty() ? NONE : text;
    }

    private void add(ChangeKind kind, String where, List<String> arguments, List<Effect> effects) {
        all.add(new Change(kind, where, arguments, effects));
    }
}
