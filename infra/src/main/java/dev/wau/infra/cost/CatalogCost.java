package dev.wau.infra.cost;

import dev.wau.infra.settings.Schedule;

/**
 * The crawler, where it has a schedule: two DPUs, ten minutes at least, billed by the second; it looks into every file of
 * {@code csv/} again, 5,000 a minute (a guess), and into the warehouse for a minute. The Data Catalog's first million of
 * objects costs nothing.
 *
 * @see <a href="https://aws.amazon.com/glue/pricing/">AWS: Glue's prices</a>
 */
final class CatalogCost {

    private static final double LEAST_MINUTES = 10;
    private static final double FILES_A_MINUTE = 5000;
    private static final int DPUS = 2;

    private CatalogCost() {}

    static void add(Bill bill, Work work) {
        double files = work.usage().filesPerDay() * work.days();
        double minutes = Math.max(LEAST_MINUTES, 1 + files / FILES_A_MINUTE);
        bill.add("catalog", "crawler", Work.monthly(crawls(work)) * minutes / 60 * DPUS, PriceId.GLUE_CRAWLER);
    }

    /** A day. */
    static double crawls(Work work) {
        String schedule = work.settings().catalog().crawlerSchedule();
        return schedule == null ? 0 : Schedule.perDay(schedule);
    }
}
