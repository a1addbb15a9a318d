package dev.wau.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * Counts equal records of one file by their 128-bit hash, in bounded memory: two generations of at most about 800,000
 * hashes each (42 MB together). When the younger is full, the older is forgotten. So a record that comes again after
 * more than 800,000 to 1,600,000 different ones, none of them itself, is counted from 1 again: its made-up {@code
 * unique_identifier} is then the same as the earlier one's. Nothing else stands on this count. Not thread-safe.
 */
final class Occurrences {

    private static final int MAX_SLOTS = 1 << 20;

    private final int maxSlots;
    private Table young;
    private @Nullable Table old;

    Occurrences() {
        this(MAX_SLOTS);
    }

    /** For tests: a power of two. */
    Occurrences(int maxSlots) {
        this.maxSlots = maxSlots;
        this.young = new Table(Math.min(maxSlots, 1024));
    }

    /** Counts one record: 1 for the first of its kind. */
    int next(long high, long low) {
        int slot = young.find(high, low);
        int count = young.counts[slot];
        if (count == 0 && old != null) {
            count = old.counts[old.find(high, low)];
        }
        if (young.counts[slot] == 0 && young.isFull()) {
            makeRoom();
            slot = young.find(high, low);
        }
        young.put(slot, high, low, count + 1);
        return count + 1;
    }

    private void makeRoom() {
        if (young.counts.length < maxSlots) {
            young = young.grown();
        } else {
            old = young;
            young = new Table(maxSlots);
        }
    }

    private static final class Table {
        private final long[] high;
        private final long[] low;
        private final int[] counts;
        private int size;

        Table(int slots) {
            high = new long[slots];
            low = new long[slots];
            counts = new int[slots];
        }

        boolean isFull() {
            return size >= counts.length / 4 * 3;
        }

        /** The slot of this hash, or the free one where it belongs. */
        int find(long wantedHigh, long wantedLow) {
            int mask = counts.length - 1;
            int slot = (int) (wantedLow ^ (wantedLow >>> 32)) & mask;
            while (counts[slot] != 0 && (low[slot] != wantedLow || high[slot] != wantedHigh)) {
                slot = (slot + 1) & mask;
            }
            return slot;
        }

        void put(int slot, long newHigh, long newLow, int count) {
            size += counts[slot] == 0 ? 1 : 0;
            high[slot] = newHigh;
            low[slot] = newLow;
            counts[slot] = count;
        }

        Table grown() {
            Table table = new Table(Math.multiplyExact(counts.length, 2));
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] != 0) {
                    table.put(table.find(high[i], low[i]), high[i], low[i], counts[i]);
                }
            }
            return table;
        }
    }
}
