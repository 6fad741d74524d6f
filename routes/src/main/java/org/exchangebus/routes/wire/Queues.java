package org.exchangebus.routes.wire;

import java.util.List;

/**
 * The queues between bus and hub; addresses are never made by use, so a deployment declares all of them.
 *
 * <p>What the broker has to grant: persistence; {@link #DEAD} as dead-letter address and {@link #EXPIRED} as
 * expiry address of every address; a minimum size of large messages and a journal buffer above
 * {@link #LARGEST_MESSAGE}; a journal buffer timeout of 100 µs, or a producer is held to 250 sends a second.
 */
public final class Queues {

    /** Chunks on their way to the hub. */
    public static final String CHUNK = "exchange.chunk";

    /** Receipts on their way to the bus. */
    public static final String RECEIPT = "exchange.receipt";

    /** Messages that nobody could take; a person looks at them. */
    public static final String DEAD = "exchange.dead";

    /** Messages whose time was up; nothing here expires, so one that stands here is an alarm. */
    public static final String EXPIRED = "exchange.expired";

    /** Every queue that has to be declared. */
    public static final List<String> ALL = List.of(CHUNK, RECEIPT, DEAD, EXPIRED);

    /** Bytes that a chunk's message stays below. */
    public static final int LARGEST_MESSAGE = 1 << 20;

    private Queues() {}
}
