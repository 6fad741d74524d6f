/** Identifiers of the standards with their check digits. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.identifier;

import org.jspecify.annotations.NullMarked;
