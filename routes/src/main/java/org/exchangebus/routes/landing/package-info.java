/** Where everything taken from a source is kept by content, durable, before it is believed. The bus's side depends on it. */
@NullMarked
package org.exchangebus.routes.landing;

import org.jspecify.annotations.NullMarked;
