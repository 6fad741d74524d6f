/** The flows of the bus, its ledger and the hub's receiving side; sees schemas. */
@NullMarked
package org.exchangebus.routes;

import org.jspecify.annotations.NullMarked;
