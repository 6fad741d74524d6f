/** What bus and hub agree on: queues, receipts as they travel, and which headers pass. Both sides depend on it. */
@NullMarked
package org.exchangebus.routes.wire;

import org.jspecify.annotations.NullMarked;
