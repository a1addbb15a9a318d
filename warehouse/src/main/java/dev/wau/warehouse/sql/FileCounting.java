package dev.wau.warehouse.sql;

import dev.wau.warehouse.rollup.Quarters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the records of one file for the rollup, while they are read: which user, which event, which quarter of an hour.
 * Eight bytes a record, and nothing is made for one whose user and event are known. Used by one thread at a time.
 */
final class FileCounting {

    private static final int USER_BITS = 22;
    private static final int EVENT_BITS = 14;
    private static final int QUARTER_BITS = Long.SIZE - USER_BITS - EVENT_BITS;

    /** Records that find room at first. */
    private static final int FEWEST = 1 << 6;

    /** What the objects themselves take, in bytes. */
    private static final int OBJECTS = 300;

    /** No user of the file, and the first of them. */
    private static final int NO_USER = 0;

    /** Quarters are kept from here on: the first century. */
    private static final long BIAS = 1L << (QUARTER_BITS - 2);

    private CountedTexts users = CountedTexts.NONE;
    private CountedTexts events = CountedTexts.NONE;
    private static final long[] NOTHING = {};

    private final CountingBudget budget;
    private long[] records = NOTHING;
    private int size;
    private int charged;
    private boolean lost;

    FileCounting(CountingBudget budget) {
        this.budget = budget;
        if (budget.isExceeded()) {
            lost = true;
            return;
        }
        users = new CountedTexts();
        events = new CountedTexts();
        if (!hasRoom()) {
            lose();
        }
    }

    /**
     * One record.
     *
     * @param user its bytes; null for none
     */
    void add(long micros, byte @Nullable [] user, int userStart, int userLength, byte[] event, int start, int length) {
        if (lost) {
            return;
        }
        int userPlace = user == null ? NO_USER : 1 + users.place(user, userStart, userLength);
        int eventPlace = events.place(event, start, length);
        long quarter = Quarters.of(micros) + BIAS;
        if (size == records.length) {
            records = Arrays.copyOf(records, Math.max(FEWEST, 2 * size));
        }
        if (userPlace >>> USER_BITS != 0
                || eventPlace >>> EVENT_BITS != 0
                || quarter >>> QUARTER_BITS != 0
                || !hasRoom()) {
            lose();
            return;
        }
        records[size++] = (long) userPlace << (QUARTER_BITS + EVENT_BITS) | quarter << EVENT_BITS | eventPlace;
    }

    private int memory() {
        return OBJECTS + users.memory() + events.memory() + Long.BYTES * records.length;
    }

    private boolean hasRoom() {
        int before = charged;
        charged = memory();
        return charged == before || budget.take(charged - before);
    }

    /** No more records come: takes no more than what it tells. */
    void end() {
        if (lost) {
            return;
        }
        users.end();
        events.end();
        records = Arrays.copyOf(records, size);
        int before = charged;
        charged = memory();
        budget.give(before - charged);
        budget.keep(this);
    }

    /** More than can be counted in memory: the rollup is told by the tables what came. */
    private void lose() {
        lost = true;
        forget();
        budget.exceed();
    }

    /** What it counted is of no use. */
    void forget() {
        users = CountedTexts.NONE;
        events = CountedTexts.NONE;
        records = NOTHING;
        size = 0;
    }

    int size() {
        return size;
    }

    /** The users' names, in the order of their places from 1. */
    List<String> users() {
        return users.texts(StandardCharsets.UTF_8);
    }

    /** The events' names, in the order of their places from 0. */
    List<String> events() {
        return events.texts(StandardCharsets.UTF_8);
    }

    /** The user's place; 0 for none. */
    int user(int index) {
        return (int) (records[index] >>> (QUARTER_BITS + EVENT_BITS));
    }

    int event(int index) {
        return (int) records[index] & ((1 << EVENT_BITS) - 1);
    }

    long quarter(int index) {
        return (records[index] << USER_BITS >>> (USER_BITS + EVENT_BITS)) - BIAS;
    }
}
