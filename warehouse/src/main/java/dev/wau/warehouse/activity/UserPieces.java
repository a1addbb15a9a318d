package dev.wau.warehouse.activity;

import dev.wau.warehouse.rollup.DaysCursor;
import dev.wau.warehouse.rollup.DetailCursor;
import dev.wau.warehouse.rollup.Place;
import java.util.Arrays;

/** In which pieces of time each user of one block was active: a row of bits for each user. Used by one thread. */
final class UserPieces {

    private final int pieces;
    private final int words;
    private final long[] bits;

    /** @param pieces beside the ones before and after */
    UserPieces(int pieces) {
        this.pieces = pieces;
        words = (pieces + 2 + Long.SIZE - 1) / Long.SIZE;
        bits = new long[Place.USERS * words];
    }

    /** What a user did; the pieces count from 0, in order. */
    @FunctionalInterface
    interface Visitor {
        void user(int[] active, int count, Before before);
    }

    /** Whether there is activity before the first piece. */
    enum Before {
        NONE,
        LONG_AGO
    }

    private void set(int user, int piece) {
        bits[user * words + (piece >> 6)] |= 1L << piece;
    }

    /** Sets many pieces at once: the lowest bit is this one, those above it the ones that follow. */
    private void setAll(int user, int piece, int active) {
        int word = user * words + (piece >> 6);
        bits[word] |= (long) active << piece;
        long beyond = (long) active >>> 1 >>> (Long.SIZE - 1 - (piece & Long.SIZE - 1));
        if (beyond != 0) {
            bits[word + 1] |= beyond;
        }
    }

    /** A month in which no day is cut. */
    void days(DaysCursor days, PlacedMonth month) {
        if (month.isOnePiece()) {
            while (days.next()) {
                set(days.user(), month.begin(0));
            }
            return;
        }
        if (month.isSteady()) {
            while (days.next()) {
                setAll(days.user(), month.begin(0), days.active());
            }
            return;
        }
        while (days.next()) {
            int user = days.user();
            for (int left = days.active(); left != 0; left &= left - 1) {
                set(user, month.begin(Integer.numberOfTrailingZeros(left)));
            }
        }
    }

    /** A month in which no day is cut twice. */
    void edges(DaysCursor days, byte[] edges, PlacedMonth month) {
        if (month.isSteady()) {
            steadyEdges(days, edges, month);
            return;
        }
        int at = 0;
        while (days.next()) {
            int user = days.user();
            for (int left = days.active(); left != 0; left &= left - 1) {
                int day = Integer.numberOfTrailingZeros(left);
                int cut = month.cut(day);
                if (edges[at] < cut) {
                    set(user, month.begin(day));
                }
                if (edges[at + 1] >= cut) {
                    set(user, month.end(day));
                }
                at += 2;
            }
        }
    }

    private void steadyEdges(DaysCursor days, byte[] edges, PlacedMonth month) {
        int at = 0;
        while (days.next()) {
            int begins = 0;
            int ends = 0;
            for (int left = days.active(); left != 0; left &= left - 1) {
                int day = Integer.numberOfTrailingZeros(left);
                int cut = month.cut(day);
                begins |= isLess(edges[at], cut) << day;
                ends |= isLess(cut - 1, edges[at + 1]) << day;
                at += 2;
            }
            setAll(days.user(), month.begin(0), begins);
            setAll(days.user(), month.end(0), ends);
        }
    }

    /** 1 or 0, without a jump that half of the users would take. */
    private static int isLess(int one, int other) {
        return (one - other) >>> (Integer.SIZE - 1);
    }

    /** Any month; of these events only. */
    void detail(DetailCursor detail, PlacedMonth month, ActiveNames names) {
        while (detail.next()) {
            if (detail.user() >= 0 && names.holds(detail.event())) {
                set(detail.user(), month.piece(detail.slot()));
            }
        }
    }

    /** How many users were active in each piece. */
    int[] counts() {
        int[] counts = new int[words * Long.SIZE];
        for (int index = 0; index < bits.length; index++) {
            int first = index % words * Long.SIZE;
            for (long left = bits[index]; left != 0; left &= left - 1) {
                counts[first + Long.numberOfTrailingZeros(left)]++;
            }
        }
        return Arrays.copyOfRange(counts, 1, pieces + 1);
    }

    /** Every user with activity no later than the last piece. */
    void each(Visitor visitor) {
        int[] active = new int[pieces];
        for (int user = 0; user < Place.USERS; user++) {
            int first = user * words;
            Before before = (bits[first] & 1) == 0 ? Before.NONE : Before.LONG_AGO;
            int count = 0;
            for (int word = 0; word < words; word++) {
                for (long left = bits[first + word]; left != 0; left &= left - 1) {
                    int piece = word * Long.SIZE + Long.numberOfTrailingZeros(left) - 1;
                    if (piece >= 0 && piece < pieces) {
                        active[count++] = piece;
                    }
                }
            }
            if (count > 0) {
                visitor.user(active, count, before);
            }
        }
    }
}
