package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.Lifecycle;
import dev.wau.analyse.Window;
import java.util.ArrayList;
import java.util.List;

/** Puts the lifecycle together: who leaves after a window is dormant in the next one. */
final class Stages {

    private final List<Window> windows;
    private final Segments segments;
    private final long[][] rows;

    Stages(List<Window> windows, Segments segments) {
        this.windows = windows;
        this.segments = segments;
        rows = new long[windows.size()][4];
    }

    /** @param leaving active in the segment, not in the next one */
    void add(int segment, long added, long returning, long resurrected, long leaving) {
        int window = segments.firstWindow(segment);
        rows[window][0] = added;
        rows[window][1] = returning;
        rows[window][2] = resurrected;
        if (window + 1 < rows.length) {
            rows[window + 1][3] = leaving;
        }
    }

    /** The windows in which something is not zero. */
    List<Lifecycle> rows() {
        List<Lifecycle> lifecycle = new ArrayList<>();
        for (int index = 0; index < rows.length; index++) {
            long[] row = rows[index];
            if (row[0] + row[1] + row[2] + row[3] > 0) {
                lifecycle.add(new Lifecycle(windows.get(index).first(), row[0], row[1], row[2], row[3]));
            }
        }
        return lifecycle;
    }
}
