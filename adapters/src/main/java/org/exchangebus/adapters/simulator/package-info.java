/** Simulated departments: real servers on loopback with made-up data; only the demo and tests depend on it. */
@NullMarked
package org.exchangebus.adapters.simulator;

import org.jspecify.annotations.NullMarked;
