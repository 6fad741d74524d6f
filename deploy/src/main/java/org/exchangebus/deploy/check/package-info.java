/** What has to hold before the first route starts, one class per concern. Depends on configuration, data and problem. */
@NullMarked
package org.exchangebus.deploy.check;

import org.jspecify.annotations.NullMarked;
