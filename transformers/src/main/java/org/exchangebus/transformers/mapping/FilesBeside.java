package org.exchangebus.transformers.mapping;

import org.jspecify.annotations.Nullable;

/** Gives the bytes of files that stand beside a mapping. */
@FunctionalInterface
interface FilesBeside {

    /** Bytes of the longest file that is taken. */
    int LONGEST = 16_000_000;

    /** The bytes of a file; null where there is none of that name, or one that is too long. */
    byte @Nullable [] read(String name);
}
