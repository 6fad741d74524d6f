/** Code tables of the standards, looked up by code or label. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.codetable;

import org.jspecify.annotations.NullMarked;
