package dev.wau.analyse;

import java.time.Clock;

/**
 * Answers every report from an {@link ActivityStore}. Thread-safe if the store is.
 *
 * <p>Ranges: days are those of the asked zone, both ends inclusive. Calendar windows are whole: every week or month
 * that holds a day of the range; rolling windows end on each day of the range. Without {@code to} the range ends on the
 * day of the newest event (today, if that lies in the future); without {@code from} it is as long as the report's
 * default, but doesn't begin before the first event.
 */
public final class Reports {

    private final ActivityStore store;
    private final Clock clock;

    /**
     * @param store where the numbers are
     * @param clock only to tell events dated in the future
     */
    public Reports(ActivityStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The report's table.
     *
     * @throws dev.wau.model.WauException INVALID_ARGUMENT for a range or switch that the report doesn't have; NOT_FOUND
     *     for an unknown customer; WAREHOUSE_FAILED
     */
    public ReportTable table(ReportRequest request) {
        throw new IllegalStateException(request + " of " + store + " at " + clock);
    }
}
