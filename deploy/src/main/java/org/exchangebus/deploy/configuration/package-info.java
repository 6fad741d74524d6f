/** bus.yaml as immutable records. Depends on problem alone. */
@NullMarked
package org.exchangebus.deploy.configuration;

import org.jspecify.annotations.NullMarked;
