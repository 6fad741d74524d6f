package org.exchangebus.schemas.record;

/**
 * An order-independent digest of records: the sum modulo 2^128 of each record's digest.
 *
 * <p>A record's digest is the first 128 bits of SHA-256 over its operation and values, each with its length,
 * so that bus and hub compute the same without agreeing on an order.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record Digest(long high, long low) {

    public static final Digest ZERO = new Digest(0, 0);

    public Digest plus(long otherHigh, long otherLow) {
        long sum = low + otherLow;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Digest(high + otherHigh + carry, sum);
    }

    public Digest plus(Digest other) {
        return plus(other.high, other.low);
    }

    /** 32 hexadecimal digits. */
    public String hex() {
        return String.format("%016x%016x", high, low);
    }

    /** Reads what {@link #hex()} wrote. */
    public static Digest parse(String hex) {
        return new Digest(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
