/** One MBean per system, and the table of them. Knows routes only by its flow control. */
@NullMarked
package org.exchangebus.deploy.management;

import org.jspecify.annotations.NullMarked;
