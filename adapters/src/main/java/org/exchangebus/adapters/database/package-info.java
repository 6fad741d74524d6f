/** Takes rows from tables and views of a database; only the adapters' own start may depend on it. */
@NullMarked
package org.exchangebus.adapters.database;

import org.jspecify.annotations.NullMarked;
