/** Hawtio behind a login, and what may be reached through it. Knows no flow. */
@NullMarked
package org.exchangebus.deploy.console;

import org.jspecify.annotations.NullMarked;
