/** What can be wrong with how and where the bus is started. Every package of the application may depend on it. */
@NullMarked
package org.exchangebus.deploy.problem;

import org.jspecify.annotations.NullMarked;
