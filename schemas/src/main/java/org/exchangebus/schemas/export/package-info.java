/** What others get of a resource: JSON Schema, XSD, DDL, data dictionary, catalogue pages. Everybody may depend on it. */
@NullMarked
package org.exchangebus.schemas.export;

import org.jspecify.annotations.NullMarked;
