/** Mappings as endpoints of Camel, {@code mapping:<system>/<mapping>}. Sees mapping; the only package that knows Camel. */
@NullMarked
package org.exchangebus.transformers.camel;

import org.jspecify.annotations.NullMarked;
