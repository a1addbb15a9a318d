package dev.wau.infra.cost;

import dev.wau.infra.settings.Deployment;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an environment costs a month, estimated.
 *
 * @param lines in the order of the data's way, none without a quantity
 * @param idle what it costs with no data and no queries
 * @param worstDay the most that the warehouse can cost in a day
 * @param dayLimit what its limit of a day is in money; 0: there is none
 * @param ends whether it stops at that limit, or goes on and only tells
 * @param rpuHours of the warehouse that this estimate has for a day
 * @param rpuHoursLimit what its limit of a day is; 0: there is none
 * @param runs of the aggregation a day
 * @param loadMinutes of a run
 */
public record Estimate(
        String environment,
        String region,
        List<Line> lines,
        BigDecimal idle,
        BigDecimal worstDay,
        BigDecimal dayLimit,
        boolean ends,
        double rpuHours,
        int rpuHoursLimit,
        double runs,
        double loadMinutes) {

    public Estimate {
        lines = List.copyOf(lines);
    }

    /**
     * The estimate of an environment.
     *
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION: a price is missing, or a schedule isn't understood
     */
    public static Estimate of(Deployment deployment, Usage usage, PriceList prices) {
        Work work = Work.of(deployment, usage);
        List<Line> lines = lines(work, prices);
        List<Line> idle = lines(Work.of(deployment, usage.idle()), prices);
        return new Estimate(
                deployment.names().environment(),
                deployment.names().region(),
                lines,
                sum(idle),
                WarehouseCost.worstDay(prices, work),
                WarehouseCost.limit(prices, work),
                WarehouseCost.ends(work),
                WarehouseCost.rpuHours(lines) / Month.DAYS,
                deployment.settings().warehouse().dailyRpuHours(),
                work.runs(),
                work.loads() == 0 ? 0 : work.load().seconds() / 60);
    }

    private static List<Line> lines(Work work, PriceList prices) {
        Bill bill = new Bill(prices, work.deployment().names().region());
        AggregateCost.add(bill, work);
        StorageCost.add(bill, work);
        TriggerCost.add(bill, work);
        LoadCost.add(bill, work);
        WarehouseCost.addLoading(bill, work);
        WarehouseCost.addQueries(bill, work);
        CatalogCost.add(bill, work);
        WarehouseCost.addCrawling(bill, work);
        NetworkCost.add(bill, work);
        WatchCost.add(bill, work);
        return bill.lines();
    }

    private static BigDecimal sum(List<Line> lines) {
        return lines.stream().map(Line::usd).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The lines as they are shown, added up. */
    public BigDecimal total() {
        return sum(lines);
    }

    /** Whether this use is more than the warehouse's limit of a day. */
    public boolean overLimit() {
        return rpuHoursLimit > 0 && rpuHours > rpuHoursLimit;
    }

    /** The share of it that is paid for nothing but standing there; 0 where nothing is paid. */
    public double idleShare() {
        return total().signum() == 0 ? 0 : idle.doubleValue() / total().doubleValue();
    }
}
