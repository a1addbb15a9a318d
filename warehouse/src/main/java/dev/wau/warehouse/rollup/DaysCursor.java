package dev.wau.warehouse.rollup;

/** Reads on which days of a month each user was active, user by user. */
public final class DaysCursor {

    private final ByteSource days;
    private int user;
    private int active;

    public DaysCursor(byte[] days) {
        this.days = new ByteSource(days);
    }

    /** The next user. */
    public boolean next() {
        if (!days.hasMore()) {
            return false;
        }
        user = days.number();
        active = days.four();
        return true;
    }

    /** The user's place in the block. */
    public int user() {
        return user;
    }

    /** A bit for each day, the first of the month the lowest. */
    public int active() {
        return active;
    }
}
