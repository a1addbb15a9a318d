package dev.wau.infra.command;

import dev.wau.infra.cost.Usage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What will be done with the environments. */
final class UsageOptions {

    @Option(
            names = "--gb-per-day",
            paramLabel = "N",
            converter = Amounts.Amount.class,
            description = "GB of CSV that all customers bring a day (default: 1)")
    double gigabytesPerDay = Usage.DEFAULT.gigabytesPerDay();

    @Option(
            names = "--files-per-day",
            paramLabel = "N",
            converter = Amounts.Amount.class,
            description = "in how many files (default: 1000)")
    double filesPerDay = Usage.DEFAULT.filesPerDay();

    @Option(
            names = "--runs-per-day",
            paramLabel = "N",
            converter = Amounts.Amount.class,
            description = "runs of the aggregation a day (default: as its schedule says; 1 where it has none)")
    @Nullable
    Double runsPerDay;

    @Option(
            names = "--load-minutes",
            paramLabel = "N",
            converter = Amounts.Positive.class,
            description = "minutes that a load runs (default: estimated by the figures of docs/scale.md)")
    @Nullable
    Double loadMinutes;

    @Option(
            names = "--query-hours",
            paramLabel = "N",
            converter = Amounts.Amount.class,
            description = "hours a day in which somebody queries the warehouse (default: 2)")
    double queryHours = Usage.DEFAULT.queryHours();

    @Option(
            names = "--months",
            paramLabel = "N",
            converter = Amounts.Months.class,
            description = "months of data that are stored by then (default: 12)")
    int months = Usage.DEFAULT.months();

    Usage usage() {
        return new Usage(gigabytesPerDay, filesPerDay, runsPerDay, loadMinutes, queryHours, months);
    }
}
