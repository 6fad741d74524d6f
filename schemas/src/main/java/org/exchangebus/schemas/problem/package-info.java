/** How a problem is named and told, in English and Chinese. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.problem;

import org.jspecify.annotations.NullMarked;
