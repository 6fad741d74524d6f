/** The bus's side: flows as Camel routes, their schedule, and who may start and stop them. Only {@code deploy} depends on it. */
@NullMarked
package org.exchangebus.routes.bus;

import org.jspecify.annotations.NullMarked;
