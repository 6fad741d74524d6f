/** How personal values look wherever people look. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.masking;

import org.jspecify.annotations.NullMarked;
