package dev.wau.warehouse.activity;

import dev.wau.warehouse.rollup.Quarters;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A month's quarters and the pieces of time that they lie in; see {@link Pieces}. Immutable. */
final class PlacedMonth {

    /** What must be known of a user's day to tell the pieces in which he or she was active. */
    enum Need {
        /** That it was active: no day is cut. */
        DAYS,
        /** When it began and ended: no day is cut twice. */
        EDGES,
        /** All of it. */
        DETAIL
    }

    private static final int[] NO_SLOTS = {};

    /** The piece of each quarter; none where all lie in one. */
    private final int[] slots;

    private final int only;
    private final int[] cuts;
    private final Need need;
    private final boolean steady;

    /** For each piece from the month's first on, the days that lie wholly in it: the first of the month the lowest bit. */
    private final int[] whole;

    /** The days that don't. */
    private final int cutDays;

    private PlacedMonth(int[] slots, int only) {
        this.slots = slots;
        this.only = only;
        cuts = new int[slots.length / Quarters.A_DAY];
        Need most = Need.DAYS;
        for (int day = 0; day < cuts.length; day++) {
            int times = cut(slots, day);
            Need own = times == 0 ? Need.DAYS : times == 1 ? Need.EDGES : Need.DETAIL;
            most = own.compareTo(most) > 0 ? own : most;
        }
        need = most;
        steady = slots.length > 0
                && IntStream.range(0, cuts.length)
                        .allMatch(day -> begin(day) == begin(0) + day && end(day) == end(0) + day);
        whole = isOnePiece() ? new int[] {-1} : new int[end(cuts.length - 1) - begin(0) + 1];
        int crossed = 0;
        for (int day = 0; day < cuts.length; day++) {
            if (begin(day) == end(day)) {
                whole[begin(day) - begin(0)] |= 1 << day;
            } else {
                crossed |= 1 << day;
            }
        }
        cutDays = crossed;
    }

    /** How often a day is cut. */
    private int cut(int[] pieces, int day) {
        int first = day * Quarters.A_DAY;
        int times = 0;
        cuts[day] = Quarters.A_DAY;
        for (int slot = Quarters.A_DAY - 1; slot > 0; slot--) {
            if (pieces[first + slot] != pieces[first + slot - 1]) {
                cuts[day] = slot;
                times++;
            }
        }
        return times;
    }

    /** A month that lies in several pieces: that of each quarter. */
    static PlacedMonth of(int[] slots) {
        return new PlacedMonth(slots, -1);
    }

    /** A month that lies in one piece: most months of a long history do. */
    static PlacedMonth in(int piece) {
        return new PlacedMonth(NO_SLOTS, piece);
    }

    /** Whether all of it lies in one piece. */
    boolean isOnePiece() {
        return slots.length == 0;
    }

    /** Whether each day begins and ends one piece later than the day before. */
    boolean isSteady() {
        return steady;
    }

    Need need() {
        return need;
    }

    /** The piece of a quarter of the month. */
    int piece(int slot) {
        return isOnePiece() ? only : slots[slot];
    }

    /** The piece of a day's begin. */
    int begin(int day) {
        return piece(day * Quarters.A_DAY);
    }

    /** The piece of a day's end. */
    int end(int day) {
        return piece((day + 1) * Quarters.A_DAY - 1);
    }

    /** The quarter of the day with which its second piece begins; one more than the last if there is none. */
    int cut(int day) {
        return isOnePiece() ? Quarters.A_DAY : cuts[day];
    }

    /** The pieces of active days, none of which is cut: the month's first piece the lowest bit. */
    long whole(int active) {
        long pieces = 0;
        for (int piece = 0; piece < whole.length; piece++) {
            int days = active & whole[piece];
            pieces |= (long) ((days | -days) >>> (Integer.SIZE - 1)) << piece;
        }
        return pieces;
    }

    /**
     * The same where no day is cut twice: days that are cut are looked at one by one, and they are few.
     *
     * @param edges the first and the last active quarter of each active day, from an index on
     */
    long cut(int active, byte[] edges, int at) {
        long pieces = whole(active);
        for (int left = active & cutDays; left != 0; left &= left - 1) {
            int day = Integer.numberOfTrailingZeros(left);
            int edge = at + 2 * Integer.bitCount(active & (1 << day) - 1);
            pieces |= isLess(edges[edge], cuts[day]) << (begin(day) - begin(0));
            pieces |= isLess(cuts[day] - 1, edges[edge + 1]) << (end(day) - begin(0));
        }
        return pieces;
    }

    /** 1 or 0, without a jump that half of the users would take. */
    static long isLess(int one, int other) {
        return ((long) one - other) >>> (Long.SIZE - 1);
    }

    /** Whether a quarter lies in one of these pieces. */
    boolean touches(int firstPiece, int lastPiece) {
        return isOnePiece()
                ? only >= firstPiece && only <= lastPiece
                : Arrays.stream(slots).anyMatch(piece -> piece >= firstPiece && piece <= lastPiece);
    }

    /** Whether all lie in this piece. */
    boolean isWhole(int piece) {
        return isOnePiece() && only == piece;
    }
}
