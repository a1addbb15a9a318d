package dev.wau.warehouse.activity;

import dev.wau.warehouse.rollup.DaysCursor;
import dev.wau.warehouse.rollup.DetailCursor;
import dev.wau.warehouse.rollup.Place;
import java.util.Arrays;

/** In which pieces of time each user of one block was active: a row of bits for each user. Used by one thread at a time. */
final class UserPieces {

    private final int words;
    private long[] bits = {};

    /** @param pieces beside the ones before and after */
    UserPieces(int pieces) {
        words = words(pieces);
    }

    private static int words(int pieces) {
        return (pieces + 2 + Long.SIZE - 1) / Long.SIZE;
    }

    /** The bytes of so many users. */
    static long bytes(long users, int pieces) {
        return (users + Long.SIZE) * words(pieces) * Long.BYTES;
    }

    /** Takes 64 users at a time. */
    @FunctionalInterface
    interface Visitor {
        /**
         * @param pieces a word for each piece, from the one before them all; a bit for each user. The visitor may change them
         *     until it returns
         */
        void users(long[] pieces);
    }

    private int row(int user) {
        int row = user * words;
        if (row >= bits.length) {
            // Most customers' blocks aren't full, and small ones are many.
            int users = Math.max(user + 1, Math.min(Place.USERS, user + (user >> 1))) + Long.SIZE - 1;
            bits = Arrays.copyOf(bits, users / Long.SIZE * Long.SIZE * words);
        }
        return row;
    }

    /** Sets many pieces at once: the lowest bit is this one, those above it the ones that follow. */
    private void set(int user, int piece, long active) {
        int word = row(user) + (piece >> 6);
        bits[word] |= active << piece;
        long beyond = active >>> 1 >>> (Long.SIZE - 1 - (piece & Long.SIZE - 1));
        if (beyond != 0) {
            bits[word + 1] |= beyond;
        }
    }

    /** A month in which no day is cut. */
    void days(DaysCursor days, PlacedMonth month) {
        int first = month.piece(0);
        if (month.isSteady()) {
            while (days.next()) {
                set(days.user(), first, Integer.toUnsignedLong(days.active()));
            }
            return;
        }
        while (days.next()) {
            set(days.user(), first, month.whole(days.active()));
        }
    }

    /** A month in which no day is cut twice. */
    void edges(DaysCursor days, byte[] edges, PlacedMonth month) {
        int first = month.piece(0);
        int at = 0;
        while (days.next()) {
            int active = days.active();
            long pieces = month.isSteady() ? steady(active, edges, at, month) : month.cut(active, edges, at);
            set(days.user(), first, pieces);
            at += 2 * Integer.bitCount(active);
        }
    }

    private static long steady(int active, byte[] edges, int at, PlacedMonth month) {
        long begins = 0;
        long ends = 0;
        int edge = at;
        for (int left = active; left != 0; left &= left - 1) {
            int day = Integer.numberOfTrailingZeros(left);
            int cut = month.cut(day);
            begins |= PlacedMonth.isLess(edges[edge], cut) << day;
            ends |= PlacedMonth.isLess(cut - 1, edges[edge + 1]) << day;
            edge += 2;
        }
        return begins | ends << (month.end(0) - month.begin(0));
    }

    /** Any month; of these events only. */
    void detail(DetailCursor detail, PlacedMonth month, ActiveNames names) {
        while (detail.next()) {
            if (detail.user() >= 0 && names.holds(detail.event())) {
                set(detail.user(), month.piece(detail.slot()), 1);
            }
        }
    }

    /** Every user. */
    void each(Visitor visitor) {
        long[] pieces = new long[words * Long.SIZE];
        for (int first = 0; first < bits.length; first += Long.SIZE * words) {
            for (int user = 0; user < Long.SIZE; user++) {
                for (int word = 0; word < words; word++) {
                    pieces[word * Long.SIZE + user] = bits[first + user * words + word];
                }
            }
            for (int word = 0; word < words; word++) {
                BitMatrix.transpose(pieces, word * Long.SIZE);
            }
            visitor.users(pieces);
        }
    }
}
