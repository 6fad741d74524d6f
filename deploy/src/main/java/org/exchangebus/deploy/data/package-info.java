/** The directory in which everything embedded lives, and the passwords kept there. Depends on problem alone. */
@NullMarked
package org.exchangebus.deploy.data;

import org.jspecify.annotations.NullMarked;
