package dev.wau.warehouse.rollup;

/** Reads a part's cells, in order. */
public final class DetailCursor {

    private final ByteSource source;
    private int local;
    private int left;
    private int slot;
    private int event;
    private int count;

    public DetailCursor(byte[] detail) {
        source = new ByteSource(detail);
    }

    /** The next cell. */
    public boolean next() {
        if (left == 0) {
            if (!source.hasMore()) {
                return false;
            }
            local += source.number();
            left = source.number();
            slot = 0;
        }
        left--;
        int step = source.number();
        slot += step >>> 1;
        event = source.number();
        count = (step & 1) == 0 ? 1 : source.number();
        return true;
    }

    /** The user's place in the block; negative for none. */
    public int user() {
        return local - 1;
    }

    /** The quarter of the month, from 0. */
    public int slot() {
        return slot;
    }

    /** The event's number. */
    public int event() {
        return event;
    }

    /** How often. */
    public int count() {
        return count;
    }

    /**
     * All cells of a part.
     *
     * @param number how many it has
     */
    public static Cells cells(int number, byte[] detail) {
        long[] keys = new long[number];
        int[] counts = new int[number];
        DetailCursor cursor = new DetailCursor(detail);
        int size = 0;
        while (cursor.next()) {
            keys[size] = Cells.keyAt(cursor.local, cursor.slot, cursor.event);
            counts[size++] = cursor.count;
        }
        return new Cells(keys, counts);
    }
}
