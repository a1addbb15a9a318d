package dev.wau.cli.demo;

import java.util.Set;

/**
 * One version of one file, as it was written.
 *
 * @param plan what it was to be
 * @param week of the calendar
 * @param bytes its size
 * @param columns its columns
 * @param tally what is in it
 */
record MadeFile(PlannedExport plan, int week, long bytes, Columns columns, Tally tally) {
    /** Active users in it, by their ids. */
    Set<String> users() {
        return tally.users();
    }
}
