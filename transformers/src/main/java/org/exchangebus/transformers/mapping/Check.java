package org.exchangebus.transformers.mapping;

import org.exchangebus.schemas.catalogue.ResourceCheck;
import org.exchangebus.schemas.record.Cells;

/** What says whether a record may be delivered; {@link ResourceCheck#accepts} everywhere but in tests. */
@FunctionalInterface
interface Check {

    boolean accepts(Cells record, ResourceCheck.Violations violations);
}
