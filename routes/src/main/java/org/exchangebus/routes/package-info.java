/** What every part of routes says the same way: its problems. Everybody may depend on it; it depends on schemas only. */
@NullMarked
package org.exchangebus.routes;

import org.jspecify.annotations.NullMarked;
