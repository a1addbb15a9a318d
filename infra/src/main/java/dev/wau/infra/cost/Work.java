package dev.wau.infra.cost;

import dev.wau.infra.settings.CustomerAccess;
import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Schedule;
import dev.wau.infra.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * What an environment does in a month.
 *
 * @param runs of the aggregation a day
 * @param loads a day: a run that brings nothing writes no marker
 */
record Work(Deployment deployment, Usage usage, double runs, double loads) {

    static Work of(Deployment deployment, Usage usage) {
        Double asked = usage.runsPerDay();
        double runs =
                asked == null ? scheduled(deployment.settings().aggregate().schedule()) : asked;
        return new Work(deployment, usage, runs, Math.min(runs, usage.filesPerDay()));
    }

    /** By hand: taken for once a day. */
    private static double scheduled(@Nullable String schedule) {
        return schedule == null ? 1 : Schedule.perDay(schedule);
    }

    Settings settings() {
        return deployment.settings();
    }

    /** How many times a month something happens that happens so often a day. */
    static double monthly(double perDay) {
        return perDay * Month.DAYS;
    }

    /** Of data that came for so many months. */
    double days() {
        return usage.months() * Month.DAYS;
    }

    /** Days that data stays which goes after so many; 0: never. */
    double days(int limit) {
        return limit == 0 ? days() : Math.min(limit, days());
    }

    int customers() {
        return deployment.wau().customers().size();
    }

    /** The share of the data that customers deliver to us; all customers are taken for alike. */
    double delivered() {
        int deliver = deployment.customers(CustomerAccess.Kind.DELIVER).size();
        return customers() == 0 ? 0 : Math.min(1, (double) deliver / customers());
    }

    /** A number of a day, for each run that loads; 0 where none does. */
    double perLoad(double perDay) {
        return loads == 0 ? 0 : perDay / loads;
    }

    LoadTime load() {
        LoadTime time = LoadTime.of(
                settings().job(),
                settings().warehouse().baseCapacity(),
                perLoad(usage.gigabytesPerDay() * 1000),
                perLoad(usage.filesPerDay()));
        Double minutes = usage.loadMinutes();
        return minutes == null ? time : time.lasting(minutes * 60);
    }
}
