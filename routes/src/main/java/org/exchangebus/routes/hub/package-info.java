/** The hub's side: takes chunks, keeps the registries, signs receipts. Only {@code deploy} depends on it; it knows nothing of the bus but its messages. */
@NullMarked
package org.exchangebus.routes.hub;

import org.jspecify.annotations.NullMarked;
