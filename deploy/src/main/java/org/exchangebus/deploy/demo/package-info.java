/** The simulated departments, and the table of one run of each source. */
@NullMarked
package org.exchangebus.deploy.demo;

import org.jspecify.annotations.NullMarked;
