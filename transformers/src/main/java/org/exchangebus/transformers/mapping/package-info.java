/** Mappings: read, compiled, and applied to chunks. Sees value, function and problem. */
@NullMarked
package org.exchangebus.transformers.mapping;

import org.jspecify.annotations.NullMarked;
