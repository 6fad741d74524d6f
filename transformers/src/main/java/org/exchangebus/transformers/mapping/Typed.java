package org.exchangebus.transformers.mapping;

import java.util.List;
import org.exchangebus.transformers.function.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A compiled value with what is known of it.
 *
 * @param kind {@link Kind#SAME} where it is made of constants alone and fits whatever they read as
 * @param constants those that reach the end unchanged
 * @param codeTable the code table that its last step takes codes from
 */
record Typed(
        Node node,
        Kind kind,
        List<Chain.Constant> constants,
        @Nullable String codeTable) {}
