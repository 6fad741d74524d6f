/** Expressions in CEL over the fields of a row; the only package that knows the library. Sees nobody. */
@NullMarked
package org.exchangebus.transformers.expression;

import org.jspecify.annotations.NullMarked;
