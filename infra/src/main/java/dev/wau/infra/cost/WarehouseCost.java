package dev.wau.infra.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Redshift Serverless, at its base capacity: a load asks the history and later copies and merges, a crawl looks at the table;
 * each is billed for a minute at least. Scaling up shortens work and costs the same. What is stored takes half of its CSV (a
 * guess: parts take a third, and there are history and rollup).
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-billing-on-demand.html">AWS: a minute at
 *     least</a>
 */
final class WarehouseCost {

    private static final double LEAST = 60;
    private static final double OF_CSV = 0.5;
    private static final int HOURS_OF_A_DAY = 24;

    private WarehouseCost() {}

    static void addLoading(Bill bill, Work work) {
        double seconds = work.loads() * (LEAST + Math.max(LEAST, work.load().copySeconds()));
        bill.add("load", "warehouse, loading", rpuHours(work, seconds), PriceId.REDSHIFT_COMPUTE);
        double stored = work.usage().gigabytesPerDay() * OF_CSV * work.days();
        bill.add("load", "warehouse, storage", stored, PriceId.REDSHIFT_STORAGE);
    }

    static void addCrawling(Bill bill, Work work) {
        double seconds = CatalogCost.crawls(work) * LEAST;
        bill.add("catalog", "warehouse, crawled", rpuHours(work, seconds), PriceId.REDSHIFT_COMPUTE);
    }

    static void addQueries(Bill bill, Work work) {
        double seconds = work.usage().queryHours() * 3600;
        bill.add("analyse", "warehouse, queries", rpuHours(work, seconds), PriceId.REDSHIFT_COMPUTE);
    }

    private static double rpuHours(Work work, double secondsPerDay) {
        return Work.monthly(secondsPerDay / 3600 * work.settings().warehouse().baseCapacity());
    }

    /** Those of an estimate, a month. */
    static double rpuHours(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.quote().price().id() == PriceId.REDSHIFT_COMPUTE)
                .mapToDouble(Line::quantity)
                .sum();
    }

    /** All of a day at the largest capacity; or, where a limit ends it, that. */
    static BigDecimal worstDay(PriceList prices, Work work) {
        int hours = work.settings().warehouse().maxCapacity() * HOURS_OF_A_DAY;
        int limit = work.settings().warehouse().dailyRpuHours();
        return ofDay(prices, work, ends(work) ? Math.min(limit, hours) : hours);
    }

    /** What the limit of a day is in money; 0: there is none. */
    static BigDecimal limit(PriceList prices, Work work) {
        return ofDay(prices, work, work.settings().warehouse().dailyRpuHours());
    }

    /** Whether the warehouse stops at its limit; {@code log} and {@code emit-metric} only tell. */
    static boolean ends(Work work) {
        return work.settings().warehouse().dailyRpuHours() > 0
                && work.settings().warehouse().limitAction().equals("deactivate");
    }

    private static BigDecimal ofDay(PriceList prices, Work work, int rpuHours) {
        String region = work.deployment().names().region();
        BigDecimal price =
                prices.quote(PriceId.REDSHIFT_COMPUTE, region).price().usd();
        return price.multiply(BigDecimal.valueOf(rpuHours)).setScale(2, RoundingMode.HALF_UP);
    }
}
