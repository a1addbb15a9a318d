package dev.wau.warehouse.rollup;

/** Reads a part's summary, event by event. */
public final class SummaryCursor {

    private final ByteSource source;
    private int event;
    private int with;
    private int without;

    public SummaryCursor(byte[] summary) {
        source = new ByteSource(summary);
    }

    /** The next event; the users of the one before must have been read. */
    public boolean next() {
        if (!source.hasMore()) {
            return false;
        }
        event += source.number();
        with = source.number();
        without = source.number();
        return true;
    }

    /** Its number. */
    public int event() {
        return event;
    }

    /** How many with a user. */
    public int with() {
        return with;
    }

    /** How many without. */
    public int without() {
        return without;
    }

    /** Adds its users' places in the block, as bits of words; once for each event. */
    public void users(long[] bits) {
        int number = source.number();
        if (number > EventTotals.FEW) {
            for (int word = 0; word < EventTotals.WORDS; word++) {
                bits[word] |= source.eight();
            }
            return;
        }
        int user = 0;
        for (int index = 0; index < number; index++) {
            user += source.number();
            bits[user >> 6] |= 1L << user;
        }
    }
}
