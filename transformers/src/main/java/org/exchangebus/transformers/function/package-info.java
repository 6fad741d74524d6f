/** The functions of the mapping language, each with its documentation. Sees value and problem. */
@NullMarked
package org.exchangebus.transformers.function;

import org.jspecify.annotations.NullMarked;
