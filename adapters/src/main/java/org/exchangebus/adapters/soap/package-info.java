/** Takes records from SOAP services whose answer is one string of XML; only the adapters' own start may depend on it. */
@NullMarked
package org.exchangebus.adapters.soap;

import org.jspecify.annotations.NullMarked;
