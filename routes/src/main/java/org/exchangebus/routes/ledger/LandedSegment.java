package org.exchangebus.routes.ledger;

import org.exchangebus.schemas.run.Segment;

/**
 * A segment that a run reads.
 *
 * @param landedBy the run that landed it: its records have the versions that they had in that run
 * @param isOfQuarantine whether it holds rows of the quarantine, and not what a source gave
 */
public record LandedSegment(Segment segment, long landedBy, boolean isOfQuarantine) {}
