package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Lifecycle;
import dev.wau.analyse.Window;
import java.util.List;

/** Counts users by what they did in the piece before and do in the next. Used by one thread. */
final class LifecycleCounts implements UserPieces.Visitor {

    private final long[] added;
    private final long[] returning;
    private final long[] resurrected;
    private final long[] leaving;

    LifecycleCounts(int pieces) {
        added = new long[pieces];
        returning = new long[pieces];
        resurrected = new long[pieces];
        leaving = new long[pieces];
    }

    @Override
    public void users(long[] pieces) {
        // Who was active before them all is known, but returns to none of them.
        long known = pieces[0];
        long before = 0;
        for (int piece = 0; piece < added.length; piece++) {
            long now = pieces[piece + 1];
            long next = piece + 1 < added.length ? pieces[piece + 2] : 0;
            added[piece] += Long.bitCount(now & ~known);
            returning[piece] += Long.bitCount(now & before);
            resurrected[piece] += Long.bitCount(now & known & ~before);
            leaving[piece] += Long.bitCount(now & ~next);
            known |= now;
            before = now;
        }
    }

    void add(LifecycleCounts other) {
        for (int piece = 0; piece < added.length; piece++) {
            added[piece] += other.added[piece];
            returning[piece] += other.returning[piece];
            resurrected[piece] += other.resurrected[piece];
            leaving[piece] += other.leaving[piece];
        }
    }

    List<Lifecycle> rows(List<Window> windows, Segments segments) {
        Stages stages = new Stages(windows, segments);
        for (int piece = 0; piece < added.length; piece++) {
            if (added[piece] + returning[piece] + resurrected[piece] > 0) {
                stages.add(piece, added[piece], returning[piece], resurrected[piece], leaving[piece]);
            }
        }
        return stages.rows();
    }
}
