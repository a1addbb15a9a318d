package dev.wau.warehouse.sql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Tells, while files are read, which hashes may have come more than once, so that only those need be looked at again: a
 * Bloom filter in which all bits of a hash stand in one word. It may suspect a hash wrongly, never miss one. Of bounded
 * size: where it suspects too many, it says so, and the rows themselves must be asked. Thread-safe, but each
 * thread has an entrance of its own.
 */
final class Repeats {

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    /** A record is seldom shorter, and the filter may be: it only suspects more. */
    private static final int BYTES_A_RECORD = 64;

    private static final int RECORDS_A_WORD = 2;
    private static final long FEWEST_WORDS = 1 << 10;
    private static final long MOST_WORDS = 1 << 23;
    private static final int BATCH = 1_024;
    private static final int MOST_SUSPECTS = 200_000;

    private final long[] words;
    private long[] suspects = new long[64];
    private int used;
    private boolean tooMany;

    /** For the records of so many bytes of files. */
    Repeats(long bytes) {
        long wanted = Math.max(FEWEST_WORDS, Math.min(MOST_WORDS, bytes / BYTES_A_RECORD / RECORDS_A_WORD));
        words = new long[Math.toIntExact(Long.highestOneBit(2 * wanted - 1))];
    }

    /**
     * One thread's way in. A record's word is seldom in the processor's cache, and an atomic change waits for it alone;
     * so records come in batches, whose words are fetched at once before they are changed.
     */
    final class Entrance {

        private final long[] hashes = new long[2 * BATCH];
        private final long[] seen = new long[BATCH];
        private int waiting;

        /** Takes one record's hash. */
        void add(long high, long low) {
            hashes[waiting++] = high;
            hashes[waiting++] = low;
            if (waiting == hashes.length) {
                flush();
            }
        }

        /** Nothing waits any more. */
        void flush() {
            int records = waiting / 2;
            for (int i = 0; i < records; i++) {
                seen[i] = words[word(hashes[2 * i + 1])];
            }
            for (int i = 0; i < records; i++) {
                take(hashes[2 * i], hashes[2 * i + 1], seen[i]);
            }
            waiting = 0;
        }
    }

    private int word(long low) {
        return (int) low & words.length - 1;
    }

    /**
     * @param seen the word as it was a moment ago: bits are never taken back
     */
    private void take(long high, long low, long seen) {
        long bits = 1L << high | 1L << (high >>> 6) | 1L << (high >>> 12);
        // All bits at once: of two threads with one hash, the later one sees what the earlier one set.
        long before = (seen & bits) == bits ? seen : (long) WORDS.getAndBitwiseOr(words, word(low), bits);
        if ((before & bits) == bits) {
            suspect(high, low);
        }
    }

    private synchronized void suspect(long high, long low) {
        if (used == 2 * MOST_SUSPECTS) {
            tooMany = true;
            return;
        }
        if (used == suspects.length) {
            suspects = Arrays.copyOf(suspects, 2 * used);
        }
        suspects[used++] = high;
        suspects[used++] = low;
    }

    /** Whether there were more than it keeps. */
    synchronized boolean tooMany() {
        return tooMany;
    }

    /** The hashes that may have come more than once, some of them several times. */
    synchronized List<UUID> suspects() {
        List<UUID> hashes = new ArrayList<>(used / 2);
        for (int i = 0; i < used; i += 2) {
            hashes.add(new UUID(suspects[i], suspects[i + 1]));
        }
        return hashes;
    }
}
