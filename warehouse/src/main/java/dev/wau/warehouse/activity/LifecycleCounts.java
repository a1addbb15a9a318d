package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Lifecycle;
import dev.wau.analyse.Window;
import dev.wau.warehouse.activity.UserPieces.Before;
import java.util.List;

/** Counts users by what they did in the piece before and do in the next. Used by one thread. */
final class LifecycleCounts implements UserPieces.Visitor {

    private static final int NEVER = -3;

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
    public void user(int[] active, int count, Before before) {
        int last = before == Before.LONG_AGO ? Queries.LONG_AGO : NEVER;
        for (int index = 0; index < count; index++) {
            int piece = active[index];
            if (last == NEVER) {
                added[piece]++;
            } else if (last == piece - 1) {
                returning[piece]++;
            } else {
                resurrected[piece]++;
            }
            if (index + 1 == count || active[index + 1] != piece + 1) {
                leaving[piece]++;
            }
            last = piece;
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
