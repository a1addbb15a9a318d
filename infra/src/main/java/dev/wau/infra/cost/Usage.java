package dev.wau.infra.cost;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import org.jspecify.annotations.Nullable;

/**
 * What is done with an environment.
 *
 * @param gigabytesPerDay CSV that customers bring, in 10^9 bytes
 * @param filesPerDay its files
 * @param runsPerDay of the aggregation; null: as its schedule says
 * @param loadMinutes that a load runs; null: as {@link LoadTime} estimates
 * @param queryHours a day in which somebody queries the warehouse
 * @param months that data has been kept for: what is stored grows
 */
public record Usage(
        double gigabytesPerDay,
        double filesPerDay,
        @Nullable Double runsPerDay,
        @Nullable Double loadMinutes,
        double queryHours,
        int months) {

    /** A gigabyte in a thousand files; two hours of queries; a year. */
    public static final Usage DEFAULT = new Usage(1, 1000, null, null, 2, 12);

    private static final int MOST_HOURS = 24;

    public Usage {
        if ((gigabytesPerDay == 0) != (filesPerDay == 0)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid use: " + Figures.plain(gigabytesPerDay) + " GB in " + Figures.plain(filesPerDay)
                            + " files a day (both above 0, or both 0: --gb-per-day, --files-per-day)");
        }
        if (queryHours > MOST_HOURS) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid --query-hours: " + Figures.plain(queryHours) + " (0 to 24 hours a day)");
        }
    }

    /** The same environment, left alone: no data, no queries. It still looks for data when its schedule says. */
    Usage idle() {
        return new Usage(0, 0, runsPerDay, null, 0, months);
    }
}
