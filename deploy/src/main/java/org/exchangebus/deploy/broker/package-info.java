/** The broker, embedded or external, and the connections to it. Depends on problem and configuration. */
@NullMarked
package org.exchangebus.deploy.broker;

import org.jspecify.annotations.NullMarked;
