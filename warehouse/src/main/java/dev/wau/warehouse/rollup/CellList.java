package dev.wau.warehouse.rollup;

import java.util.Arrays;

/** Collects events in any order, to become {@link Cells}. Used by one thread. */
public final class CellList {

    private long[] keys = new long[64];
    private int size;
    private long[] manyKeys = new long[0];
    private int[] more = new int[0];
    private int many;

    /** One event. */
    public void add(long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
        }
        keys[size++] = key;
    }

    /** Several events with one key, at least one. */
    public void add(long key, int count) {
        add(key);
        if (count > 1) {
            if (many == more.length) {
                manyKeys = Arrays.copyOf(manyKeys, Math.max(64, 2 * many));
                more = Arrays.copyOf(more, manyKeys.length);
            }
            manyKeys[many] = key;
            more[many++] = count - 1;
        }
    }

    /** How many events were added, those of one key counted once if they came together. */
    public int size() {
        return size;
    }

    /** The cells. */
    public Cells cells() {
        long[] sorted = byUser();
        int[] counts = new int[size];
        int distinct = 0;
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && sorted[to] == sorted[from]) {
                to++;
            }
            sorted[distinct] = sorted[from];
            counts[distinct++] = to - from;
            from = to;
        }
        for (int index = 0; index < many; index++) {
            int at = Arrays.binarySearch(sorted, 0, distinct, manyKeys[index]);
            counts[at] = Math.addExact(counts[at], more[index]);
        }
        return new Cells(Arrays.copyOf(sorted, distinct), Arrays.copyOf(counts, distinct));
    }

    /** Counted out by user, then each user's sorted: they mostly come in the order of time already. */
    private long[] byUser() {
        int[] ends = new int[Place.USERS + 2];
        for (int index = 0; index < size; index++) {
            ends[Cells.local(keys[index]) + 1]++;
        }
        for (int local = 0; local <= Place.USERS; local++) {
            ends[local + 1] += ends[local];
        }
        long[] sorted = new long[size];
        for (int index = 0; index < size; index++) {
            sorted[ends[Cells.local(keys[index])]++] = keys[index];
        }
        int from = 0;
        for (int local = 0; local <= Place.USERS; local++) {
            sort(sorted, from, ends[local]);
            from = ends[local];
        }
        return sorted;
    }

    private static void sort(long[] values, int from, int to) {
        for (int index = from + 1; index < to; index++) {
            if (values[index] < values[index - 1]) {
                Arrays.sort(values, from, to);
                return;
            }
        }
    }
}
