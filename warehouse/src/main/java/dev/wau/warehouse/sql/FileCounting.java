package dev.wau.warehouse.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of one file, or rows of one customer, for the rollup, while they are read: which user, which event, which quarter of an hour.
 * Nothing is made for a record whose user and event are known. What was counted waits in the spool. Used by one thread at a
 * time.
 */
public final class FileCounting {

    /** Records that find room at first. */
    private static final int FEWEST = 1 << 6;

    /** Of the names: beyond it, a chunk is full. */
    private static final int MOST_BYTES = 1 << 20;

    private static final long[] NOTHING = {};

    private final long number;
    private final @Nullable CountingSpool spool;
    private CountedTexts users = new CountedTexts();
    private CountedTexts events = new CountedTexts();
    private long[] records = NOTHING;
    private int size;

    /**
     * @param number of its chunks in the spool
     * @param spool null where nobody asks what was counted
     */
    FileCounting(long number, @Nullable CountingSpool spool) {
        this.number = number;
        this.spool = spool;
    }

    /** Counts nothing, for whom it may be. */
    public static FileCounting none() {
        return new FileCounting(0, null);
    }

    /**
     * One record.
     *
     * @param quarter as in {@link dev.wau.warehouse.rollup.Quarters#of}
     * @param user its bytes; null for none
     */
    void add(long quarter, byte @Nullable [] user, int userStart, int userLength, byte[] event, int start, int length) {
        if (spool == null) {
            return;
        }
        if (size == CountedChunk.MOST_RECORDS
                || events.size() == CountedChunk.MOST_EVENTS
                || users.bytes() + events.bytes() > MOST_BYTES) {
            end();
        }
        if (size == records.length) {
            records = Arrays.copyOf(records, Math.max(FEWEST, 2 * size));
        }
        int userPlace = user == null ? CountedChunk.NO_USER : 1 + users.place(user, userStart, userLength);
        records[size++] = CountedChunk.record(userPlace, quarter, events.place(event, start, length));
    }

    /** Hands over what was counted; more may come. */
    void end() {
        if (size > 0 && spool != null) {
            spool.add(number, CountedChunk.written(users, events, records, size));
        }
        users = new CountedTexts();
        events = new CountedTexts();
        records = NOTHING;
        size = 0;
    }

    /** Its number in the spool. */
    long number() {
        return number;
    }
}
