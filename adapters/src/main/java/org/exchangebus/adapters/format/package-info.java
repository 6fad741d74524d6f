/** File formats: whole-file checks and readers from landed bytes to rows. The protocols of files depend on it. */
@NullMarked
package org.exchangebus.adapters.format;

import org.jspecify.annotations.NullMarked;
