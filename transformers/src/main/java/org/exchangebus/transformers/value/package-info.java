/** One value on its way from field to item, as bytes. Sees nobody. */
@NullMarked
package org.exchangebus.transformers.value;

import org.jspecify.annotations.NullMarked;
