/** The words of an exchange: rows as they came, records as they travel, receipts. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.record;

import org.jspecify.annotations.NullMarked;
