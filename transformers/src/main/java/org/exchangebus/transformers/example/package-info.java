/** Runs the examples that stand beside a mapping. Sees mapping. */
@NullMarked
package org.exchangebus.transformers.example;

import org.jspecify.annotations.NullMarked;
