/** What a run takes from a source and where it is kept, as bus and adapters say it to each other. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.run;

import org.jspecify.annotations.NullMarked;
