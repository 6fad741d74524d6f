/** What tests play on: a real database, a real broker, and a source and a mapping that are made up. */
@NullMarked
package org.exchangebus.routes.stage;

import org.jspecify.annotations.NullMarked;
