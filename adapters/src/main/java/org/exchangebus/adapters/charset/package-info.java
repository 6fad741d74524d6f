/** From the bytes of legacy systems to characters, strictly. Protocols and file formats depend on it. */
@NullMarked
package org.exchangebus.adapters.charset;

import org.jspecify.annotations.NullMarked;
