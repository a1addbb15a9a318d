package dev.wau.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at eight bytes at once. A result has the upper bit of every byte that was looked for; bytes after the first such
 * may have it wrongly, so only {@link #first} counts.
 */
final class EightBytes {

    /** A one in every byte; times a byte, that byte eight times. */
    static final long ONES = 0x0101010101010101L;

    private static final long HIGHS = 0x8080808080808080L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    /** The eight bytes that stand here; the array must have them. */
    static long at(byte[] bytes, int position) {
        return (long) LONGS.get(bytes, position);
    }

    /** The bytes below a bound of at most 128, given eight times. */
    static long below(long word, long bounds) {
        return (word - bounds) & ~word & HIGHS;
    }

    /** The bytes that equal one, given eight times. */
    static long equal(long word, long wanted) {
        long zero = word ^ wanted;
        return (zero - ONES) & ~zero & HIGHS;
    }

    /** How many bytes of a part of the array equal one; the array must have seven bytes behind it. */
    static int count(byte[] bytes, int from, int to, byte wanted) {
        long eight = ONES * wanted;
        int count = 0;
        for (int position = from; position < to; position += Long.BYTES) {
            long equal = allEqual(at(bytes, position), eight);
            if (to - position < Long.BYTES) {
                equal &= (1L << (8 * (to - position))) - 1;
            }
            count += Long.bitCount(equal);
        }
        return count;
    }

    /** The bytes that equal one, given eight times; rightly so for all eight. */
    static long allEqual(long word, long wanted) {
        long unequal = word ^ wanted;
        return ~(((unequal & ~HIGHS) + ~HIGHS) | unequal) & HIGHS;
    }

    /** How many bytes stand before the first that was found. */
    static int first(long found) {
        return Long.numberOfTrailingZeros(found) >>> 3;
    }

    /** Whether any byte is above 127. */
    static boolean beyondAscii(long word) {
        return (word & HIGHS) != 0;
    }

    /** Writes eight bytes, the lowest first. */
    static void put(byte[] target, int at, long value) {
        LONGS.set(target, at, value);
    }
}
