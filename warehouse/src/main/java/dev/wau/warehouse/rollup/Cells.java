package dev.wau.warehouse.rollup;

import java.util.Arrays;

/**
 * How often each event of each user happened in each quarter of a {@link Place}: keys in order, none twice, with their
 * counts, none zero. A key holds the user's place in the block (0 for none, else 1 to {@link Place#USERS}), the quarter of
 * the month, and the event's number.
 *
 * @param keys ascending
 * @param counts one for each key; may be negative where cells are a difference
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what they hold
public record Cells(long[] keys, int[] counts) {

    /** Nothing. */
    public static final Cells NONE = new Cells(new long[0], new int[0]);

    private static final int USER_SHIFT = 44;
    private static final int SLOT_SHIFT = 32;
    private static final int SLOT_MASK = (1 << (USER_SHIFT - SLOT_SHIFT)) - 1;

    /**
     * The key of a cell.
     *
     * @param user its number; negative for none
     * @param slot the quarter of the month, from 0
     */
    public static long key(long user, int slot, int event) {
        long local = user < 0 ? 0 : 1 + user % Place.USERS;
        return local << USER_SHIFT | (long) slot << SLOT_SHIFT | event;
    }

    static long keyAt(int local, int slot, int event) {
        return (long) local << USER_SHIFT | (long) slot << SLOT_SHIFT | event;
    }

    static int local(long key) {
        return (int) (key >>> USER_SHIFT);
    }

    static int slot(long key) {
        return (int) (key >>> SLOT_SHIFT) & SLOT_MASK;
    }

    static int event(long key) {
        return (int) key;
    }

    /** How many. */
    public int size() {
        return keys.length;
    }

    /** Whether a count is below zero, which no table's rows can give. */
    public boolean hasNegative() {
        return Arrays.stream(counts).anyMatch(count -> count < 0);
    }

    /** The sum of two, without the zeros. */
    public Cells plus(Cells other) {
        if (other.size() == 0 || size() == 0) {
            return size() == 0 ? other : this;
        }
        long[] sumKeys = new long[size() + other.size()];
        int[] sumCounts = new int[sumKeys.length];
        int size = 0;
        int mine = 0;
        int its = 0;
        while (mine < size() || its < other.size()) {
            long key = Math.min(
                    mine < size() ? keys[mine] : Long.MAX_VALUE, its < other.size() ? other.keys[its] : Long.MAX_VALUE);
            int count = 0;
            if (mine < size() && keys[mine] == key) {
                count += counts[mine++];
            }
            if (its < other.size() && other.keys[its] == key) {
                count = Math.addExact(count, other.counts[its++]);
            }
            if (count != 0) {
                sumKeys[size] = key;
                sumCounts[size++] = count;
            }
        }
        return new Cells(Arrays.copyOf(sumKeys, size), Arrays.copyOf(sumCounts, size));
    }

    /** The same with every count's sign turned. */
    public Cells negated() {
        return new Cells(keys, Arrays.stream(counts).map(Math::negateExact).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells cells && Arrays.equals(keys, cells.keys) && Arrays.equals(counts, cells.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys);
    }

    @Override
    public String toString() {
        return size() + " cells";
    }
}
