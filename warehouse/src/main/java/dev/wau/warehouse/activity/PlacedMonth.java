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

    private final int[] slots;
    private final int[] cuts;
    private final Need need;
    private final boolean steady;

    /** @param slots the piece of each quarter */
    PlacedMonth(int[] slots) {
        this.slots = slots;
        cuts = new int[slots.length / Quarters.A_DAY];
        Need most = Need.DAYS;
        for (int day = 0; day < cuts.length; day++) {
            int first = day * Quarters.A_DAY;
            cuts[day] = Quarters.A_DAY;
            int times = 0;
            for (int slot = Quarters.A_DAY - 1; slot > 0; slot--) {
                if (slots[first + slot] != slots[first + slot - 1]) {
                    cuts[day] = slot;
                    times++;
                }
            }
            Need own = times == 0 ? Need.DAYS : times == 1 ? Need.EDGES : Need.DETAIL;
            most = own.compareTo(most) > 0 ? own : most;
        }
        need = most;
        steady = IntStream.range(0, cuts.length)
                .allMatch(day -> begin(day) == begin(0) + day && end(day) == end(0) + day);
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
        return slots[slot];
    }

    /** The piece of a day's begin. */
    int begin(int day) {
        return slots[day * Quarters.A_DAY];
    }

    /** The piece of a day's end. */
    int end(int day) {
        return slots[(day + 1) * Quarters.A_DAY - 1];
    }

    /** The quarter of the day with which its second piece begins; one more than the last if there is none. */
    int cut(int day) {
        return cuts[day];
    }

    /** Whether a quarter lies in one of these pieces. */
    boolean touches(int firstPiece, int lastPiece) {
        return Arrays.stream(slots).anyMatch(piece -> piece >= firstPiece && piece <= lastPiece);
    }

    /** Whether all lie in this piece. */
    boolean isWhole(int piece) {
        return slots[0] == piece && slots[slots.length - 1] == piece;
    }
}
