/** What a mapping does, told: each value of a record step by step, and which fields each item comes from. Sees mapping. */
@NullMarked
package org.exchangebus.transformers.explain;

import org.jspecify.annotations.NullMarked;
