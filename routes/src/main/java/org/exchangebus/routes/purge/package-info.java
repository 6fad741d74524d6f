/** Lets go of what runs need no longer keep: the ledger first, then the landing store. The bus's side depends on it. */
@NullMarked
package org.exchangebus.routes.purge;

import org.jspecify.annotations.NullMarked;
