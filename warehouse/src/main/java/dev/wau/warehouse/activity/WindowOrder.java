package dev.wau.warehouse.activity;

import dev.wau.analyse.Window;
import java.util.List;

/** The order in which windows must come. */
final class WindowOrder {

    private WindowOrder() {}

    /**
     * Whether they hold any time at all.
     *
     * @throws IllegalArgumentException a window starts or ends before the one before it does
     */
    static boolean isOrdered(List<Window> windows) {
        for (int index = 1; index < windows.size(); index++) {
            Window before = windows.get(index - 1);
            Window window = windows.get(index);
            if (window.start().isBefore(before.start()) || window.end().isBefore(before.end())) {
                throw new IllegalArgumentException("Invalid windows: " + window + " after " + before);
            }
        }
        return !windows.isEmpty()
                && windows.get(0)
                        .start()
                        .isBefore(windows.get(windows.size() - 1).end());
    }

    /**
     * The same for windows of which each begins where the one before ends.
     *
     * @throws IllegalArgumentException they don't
     */
    static boolean isConsecutive(List<Window> windows) {
        for (int index = 1; index < windows.size(); index++) {
            if (!windows.get(index).start().equals(windows.get(index - 1).end())) {
                throw new IllegalArgumentException("Invalid windows: a gap before " + windows.get(index));
            }
        }
        return isOrdered(windows);
    }
}
