/** bus.yaml as immutable records. Depends on problem and on the keys of the landing store. */
@NullMarked
package org.exchangebus.deploy.configuration;

import org.jspecify.annotations.NullMarked;
