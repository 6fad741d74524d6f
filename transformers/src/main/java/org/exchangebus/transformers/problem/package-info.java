/** What can be wrong with a mapping or with a row. Sees nobody. */
@NullMarked
package org.exchangebus.transformers.problem;

import org.jspecify.annotations.NullMarked;
