/** The application: puts everything together; the only place that knows Spring. */
@NullMarked
package org.exchangebus.deploy;

import org.jspecify.annotations.NullMarked;
