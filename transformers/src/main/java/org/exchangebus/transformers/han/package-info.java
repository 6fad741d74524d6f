/** Chinese characters: which simplified one a traditional one has, and numbers and dates written in them. Sees value. */
@NullMarked
package org.exchangebus.transformers.han;

import org.jspecify.annotations.NullMarked;
