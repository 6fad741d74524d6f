/** What the command line tells of the catalogue. The commands depend on it. */
@NullMarked
package org.exchangebus.deploy.catalogue;

import org.jspecify.annotations.NullMarked;
