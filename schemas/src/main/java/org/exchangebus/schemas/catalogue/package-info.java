/** The catalogue: resources with their items, rules and checks, and what is made from them. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.catalogue;

import org.jspecify.annotations.NullMarked;
