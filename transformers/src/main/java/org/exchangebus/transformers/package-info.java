/** The mapping language and its engine; sees schemas. */
@NullMarked
package org.exchangebus.transformers;

import org.jspecify.annotations.NullMarked;
