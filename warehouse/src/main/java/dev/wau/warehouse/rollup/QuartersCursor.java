package dev.wau.warehouse.rollup;

/** Reads how many events with a user each quarter of a month has. */
public final class QuartersCursor {

    private final ByteSource source;
    private int slot;
    private int events;

    public QuartersCursor(byte[] quarters) {
        source = new ByteSource(quarters);
    }

    /** The next quarter that has any. */
    public boolean next() {
        if (!source.hasMore()) {
            return false;
        }
        slot += source.number();
        events = source.number();
        return true;
    }

    /** The quarter of the month, from 0. */
    public int slot() {
        return slot;
    }

    /** How many. */
    public int events() {
        return events;
    }
}
