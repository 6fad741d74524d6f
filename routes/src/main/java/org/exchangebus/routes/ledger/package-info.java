/** The ledger: what became of every run, chunk, file and rejected record. The bus's side depends on it, the hub never. */
@NullMarked
package org.exchangebus.routes.ledger;

import org.jspecify.annotations.NullMarked;
