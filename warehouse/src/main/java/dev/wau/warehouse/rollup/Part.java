package dev.wau.warehouse.rollup;

import java.util.Arrays;

/**
 * Some of a {@link Place}'s events; all parts of it together hold each one once. {@code detail} says everything, the others
 * what most questions need of it.
 *
 * @param cells how many the detail has
 * @param events how many there are
 * @param summary events and users of each name: {@link SummaryCursor}
 * @param days on which days of the month each user was active: {@link DaysCursor}
 * @param edges the first and the last active quarter of each of these days
 * @param quarters events with a user in each quarter: {@link QuartersCursor}
 * @param detail the cells: {@link DetailCursor}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by what they hold
public record Part(int cells, long events, byte[] summary, byte[] days, byte[] edges, byte[] quarters, byte[] detail) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Part part
                && cells == part.cells
                && events == part.events
                && Arrays.equals(summary, part.summary)
                && Arrays.equals(days, part.days)
                && Arrays.equals(edges, part.edges)
                && Arrays.equals(quarters, part.quarters)
                && Arrays.equals(detail, part.detail);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(detail);
    }

    @Override
    public String toString() {
        return "part of " + cells + " cells";
    }
}
