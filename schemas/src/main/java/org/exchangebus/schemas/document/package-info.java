/** YAML that people write, read strictly and with the line and column of everything in it. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.document;

import org.jspecify.annotations.NullMarked;
