/** One value on its way from field to item, as bytes. Sees tree. */
@NullMarked
package org.exchangebus.transformers.value;

import org.jspecify.annotations.NullMarked;
