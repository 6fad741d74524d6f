/** The performance figures, each with its physical limit measured in the same run; used by the command line only. */
@NullMarked
package org.exchangebus.deploy.bench;

import org.jspecify.annotations.NullMarked;
