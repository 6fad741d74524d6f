/** The embedded PostgreSQL: unpacked, started, checked and ended. Depends on data and problem. */
@NullMarked
package org.exchangebus.deploy.postgres;

import org.jspecify.annotations.NullMarked;
