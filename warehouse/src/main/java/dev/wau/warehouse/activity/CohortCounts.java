package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Retention;
import dev.wau.analyse.Window;
import java.util.ArrayList;
import java.util.List;

/** Counts users by the piece of their first activity ever and each piece of activity. Used by one thread. */
final class CohortCounts implements UserPieces.Visitor {

    private final long[][] users;

    CohortCounts(int pieces) {
        users = new long[pieces][pieces];
    }

    @Override
    public void users(long[] pieces) {
        long known = pieces[0];
        for (int cohort = 0; cohort < users.length; cohort++) {
            long added = pieces[cohort + 1] & ~known;
            known |= added;
            // Few of 64 users are new in one piece, in most pieces none.
            if (added != 0) {
                for (int piece = cohort; piece < users.length; piece++) {
                    users[cohort][piece] += Long.bitCount(added & pieces[piece + 1]);
                }
            }
        }
    }

    void add(CohortCounts other) {
        for (int cohort = 0; cohort < users.length; cohort++) {
            for (int piece = cohort; piece < users.length; piece++) {
                users[cohort][piece] += other.users[cohort][piece];
            }
        }
    }

    List<Retention> rows(List<Window> windows, Segments segments) {
        List<Retention> rows = new ArrayList<>();
        for (int first = 0; first < users.length; first++) {
            for (int piece = first; piece < users.length; piece++) {
                if (users[first][piece] > 0) {
                    int cohort = segments.firstWindow(first);
                    int window = segments.firstWindow(piece);
                    rows.add(new Retention(windows.get(cohort).first(), window - cohort, users[first][piece]));
                }
            }
        }
        return rows;
    }
}
