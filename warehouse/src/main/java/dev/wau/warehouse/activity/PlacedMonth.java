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
