package dev.wau.warehouse.sql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Tells, while files are read, which hashes may have come before, so that only those need be compared: a Bloom filter in
 * which all bits of a hash stand in one word. It may suspect a hash wrongly, never miss one. Of bounded size: when it is
 * full it suspects more. Hashes stand in arrays in pairs, the lower half first. Thread-safe.
 */
public final class Repeats {

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    /** A record is seldom shorter, and the filter may be: it only suspects more. */
    private static final int BYTES_A_RECORD = 64;

    private static final int RECORDS_A_WORD = 2;
    private static final long FEWEST_WORDS = 1 << 10;
    private static final long MOST_WORDS = 1 << 23;
    private static final int MOST_SUSPECTS = 200_000;

    private final long[] words;
    private long[] suspects = new long[64];
    private int used;
    private boolean tooMany;

    /**
     * For the records of so many bytes of files.
     *
     * @param others hashes that it takes besides
     */
    Repeats(long bytes, long others) {
        long wanted = (bytes / BYTES_A_RECORD + others) / RECORDS_A_WORD;
        long bounded = Math.max(FEWEST_WORDS, Math.min(MOST_WORDS, wanted));
        words = new long[Math.toIntExact(Long.highestOneBit(2 * bounded - 1))];
    }

    /**
     * Takes some records' hashes at once. A hash's word is seldom in the processor's cache, and an atomic change waits for
     * it alone: so all words are fetched before they are changed.
     *
     * @param seen becomes true where a hash may have come before; the others stay as they are
     */
    public void take(long[] hashes, int records, boolean[] seen) {
        long[] before = new long[records];
        for (int record = 0; record < records; record++) {
            before[record] = words[word(hashes[2 * record])];
        }
        for (int record = 0; record < records; record++) {
            if (take(hashes[2 * record], hashes[2 * record + 1], before[record])) {
                seen[record] = true;
            }
        }
    }

    private int word(long low) {
        return (int) low & words.length - 1;
    }

    /**
     * @param before the word as it was a moment ago: bits are never taken back
     */
    private boolean take(long low, long high, long before) {
        long bits = 1L << high | 1L << (high >>> 6) | 1L << (high >>> 12);
        if ((before & bits) == bits) {
            return true;
        }
        // All bits at once: of two threads with one hash, the later one sees what the earlier one set.
        long then = (long) WORDS.getAndBitwiseOr(words, word(low), bits);
        return (then & bits) == bits;
    }

    /** Remembers the hashes that came before. */
    public synchronized void suspect(long[] hashes, int records, boolean[] seen) {
        for (int record = 0; record < records; record++) {
            if (seen[record]) {
                suspect(hashes[2 * record], hashes[2 * record + 1]);
            }
        }
    }

    private void suspect(long low, long high) {
        if (used == 2 * MOST_SUSPECTS) {
            tooMany = true;
            return;
        }
        if (used == suspects.length) {
            suspects = Arrays.copyOf(suspects, 2 * used);
        }
        suspects[used++] = low;
        suspects[used++] = high;
    }

    /** Whether there were more than it remembers. */
    synchronized boolean tooMany() {
        return tooMany;
    }

    /** The remembered hashes, some of them several times. */
    synchronized List<UUID> suspects() {
        List<UUID> hashes = new ArrayList<>(used / 2);
        for (int i = 0; i < used; i += 2) {
            hashes.add(new UUID(suspects[i + 1], suspects[i]));
        }
        return hashes;
    }
}
