/** The composition root: what is started, in which order, and how it is put together with Spring. */
@NullMarked
package org.exchangebus.deploy.application;

import org.jspecify.annotations.NullMarked;
