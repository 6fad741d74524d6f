/** Measures the engine beside JSLT and a loop written by hand; run by hand, see the module's README. */
@NullMarked
package org.exchangebus.transformers.bench;

import org.jspecify.annotations.NullMarked;
