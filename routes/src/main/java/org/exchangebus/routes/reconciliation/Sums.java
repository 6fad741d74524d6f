package org.exchangebus.routes.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.exchangebus.schemas.record.Digest;

/**
 * How many rows stand in each of 256 key ranges and what their proofs add up to, whatever their order.
 *
 * <p>Bus and hub get them by the same words of SQL, each from its own rows.
 */
final class Sums {

    static final int RANGES = 256;

    private final long[] counts = new long[RANGES];
    private final Digest[] digests = new Digest[RANGES];

    private Sums() {
        java.util.Arrays.fill(digests, Digest.ZERO);
    }

    /**
     * The statement that adds up rows.
     *
     * @param rows a query for {@code key_hash} (16 bytes), {@code proof} (bytes) and {@code record_deleted}
     */
    static String of(String rows) {
        StringBuilder sums = new StringBuilder();
        for (int word = 0; word < 4; word++) {
            sums.append(", sum(('x' || substr(proof, ").append(word * 8 + 1).append(", 8))::bit(32)::bigint)");
        }
        return "SELECT key_range, count(*)" + sums
                + " FROM (SELECT get_byte(key_hash, 0) AS key_range, encode(sha256(proof"
                + " || CASE WHEN record_deleted THEN '\\x01'::bytea ELSE '\\x00'::bytea END), 'hex') AS proof FROM ("
                + rows + ") proofs OFFSET 0) hashes GROUP BY key_range";
    }

    static Sums read(ResultSet rows) throws SQLException {
        Sums sums = new Sums();
        while (rows.next()) {
            int range = rows.getInt(1);
            sums.counts[range] = rows.getLong(2);
            sums.digests[range] = digest(rows);
        }
        return sums;
    }

    /** The sum modulo 2^128 of numbers whose words of 32 bits were added up each by itself. */
    private static Digest digest(ResultSet rows) throws SQLException {
        java.math.BigInteger sum = java.math.BigInteger.ZERO;
        for (int word = 0; word < 4; word++) {
            sum = sum.shiftLeft(32).add(rows.getBigDecimal(3 + word).toBigInteger());
        }
        return new Digest(sum.shiftRight(64).longValue(), sum.longValue());
    }

    long count() {
        return java.util.Arrays.stream(counts).sum();
    }

    Digest digest() {
        Digest sum = Digest.ZERO;
        for (Digest digest : digests) {
            sum = sum.plus(digest);
        }
        return sum;
    }

    /** The ranges in which two sides hold something else. */
    List<Integer> differing(Sums other) {
        List<Integer> ranges = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            if (counts[range] != other.counts[range] || !digests[range].equals(other.digests[range])) {
                ranges.add(range);
            }
        }
        return ranges;
    }
}
