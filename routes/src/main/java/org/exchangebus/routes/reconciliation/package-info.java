/** The comparison, key by key, of what proven runs brought with what the registry holds. Sees the registry's tables, never the hub's code. */
@NullMarked
package org.exchangebus.routes.reconciliation;

import org.jspecify.annotations.NullMarked;
