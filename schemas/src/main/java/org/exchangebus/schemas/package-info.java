/** The words that bus and hub share; sees no other module, and everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas;

import org.jspecify.annotations.NullMarked;
