package dev.wau.warehouse.sql;

import dev.wau.csv.FileLayout;
import dev.wau.load.ColumnPlan;
import dev.wau.load.FileToLoad;
import java.util.List;

/**
 * A file whose header was read: where each of its cells goes.
 *
 * @param from the time, in microseconds since 1970, from which on its rows may go straight
 * @param until the time until which, inclusive
 */
public record FileToFeed(FileToLoad file, FileLayout layout, List<ColumnPlan.Cell> cells, long from, long until) {

    /** At any time. */
    static FileToFeed of(FileToLoad file, FileLayout layout, List<ColumnPlan.Cell> cells) {
        return new FileToFeed(file, layout, cells, Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
