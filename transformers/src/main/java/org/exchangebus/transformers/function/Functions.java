package org.exchangebus.transformers.function;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All functions of the mapping language; the set is closed. */
public final class Functions {

    private static final Map<String, Function> ALL = new LinkedHashMap<>();

    static {
        Stream.of(
                        BlankFunctions.ALL,
                        LetterFunctions.ALL,
                        PartFunctions.ALL,
                        LayoutFunctions.ALL,
                        HanFunctions.ALL,
                        ChoiceFunctions.ALL,
                        IdentifierFunctions.ALL,
                        CodeFunctions.ALL,
                        RegionFunctions.ALL,
                        DateFunctions.ALL,
                        NumberFunctions.ALL,
                        MaskingFunctions.ALL,
                        LookupFunctions.ALL,
                        PositionFunctions.ALL,
                        DocumentFunctions.ALL,
                        GeometryFunctions.ALL)
                .flatMap(Collection::stream)
                .forEach(function -> ALL.put(function.name(), function));
    }

    private Functions() {}

    public static Collection<Function> all() {
        return java.util.Collections.unmodifiableCollection(ALL.values());
    }

    /** Names of all functions. */
    public static Collection<String> names() {
        return java.util.Collections.unmodifiableCollection(ALL.keySet());
    }

    /** Whether a function's result tells less than it was given: masked, digested or generalised. */
    public static boolean isMasking(String name) {
        return MaskingFunctions.ALL.stream()
                .anyMatch(function -> function.name().equals(name));
    }

    public static @Nullable Function named(String name) {
        return ALL.get(name);
    }
}
