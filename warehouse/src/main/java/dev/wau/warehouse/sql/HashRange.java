package dev.wau.warehouse.sql;

import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Some of all hashes, in the order in which warehouses have them (as 128 bits without a sign). Hashes are spread evenly, and
 * so are rows over ranges of one size.
 *
 * @param first the lowest
 * @param last the highest, which is one of them
 */
record HashRange(UUID first, UUID last) {

    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(2 * Long.SIZE);

    /** All hashes, in so many ranges. */
    static List<HashRange> of(int ranges) {
        return IntStream.range(0, ranges)
                .mapToObj(range -> new HashRange(
                        uuid(bound(range, ranges)),
                        uuid(bound(range + 1, ranges).subtract(BigInteger.ONE))))
                .toList();
    }

    private static BigInteger bound(int range, int ranges) {
        return ALL.multiply(BigInteger.valueOf(range)).divide(BigInteger.valueOf(ranges));
    }

    private static UUID uuid(BigInteger number) {
        return new UUID(number.shiftRight(Long.SIZE).longValue(), number.longValue());
    }
}
