/** How the bus reaches legacy systems: protocols, formats, simulators; sees schemas. */
@NullMarked
package org.exchangebus.adapters;

import org.jspecify.annotations.NullMarked;
