/** The audit as a chain of entries, and the proof of it; knows no database. Ledger and application depend on it. */
@NullMarked
package org.exchangebus.routes.audit;

import org.jspecify.annotations.NullMarked;
