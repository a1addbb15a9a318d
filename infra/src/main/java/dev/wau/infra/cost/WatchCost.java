package dev.wau.infra.cost;

import dev.wau.infra.settings.Settings;
import dev.wau.infra.settings.WatchSettings;

/**
 * CloudWatch and the alarms' topic. A metric costs for the hours in which it is written: eight of the aggregation, eight of
 * the load (docs/cloud.md, docs/glue.md). An alarm costs for each metric that it looks at. Logs, by estimate: a function
 * writes 300 bytes a file and 20 kB a run, the job 10 MB a run. Ten messages a month.
 *
 * @see <a href="https://aws.amazon.com/cloudwatch/pricing/">AWS: CloudWatch's prices</a>
 */
final class WatchCost {

    private static final String STAGE = "watch";
    private static final int METRICS_OF_A_STAGE = 8;
    private static final int HOURS_OF_A_DAY = 24;

    /** missing-customers, aggregation-errors, trigger-errors, dead-letters; two each of waiting, rejects, load-rejects. */
    private static final int ALWAYS_ALARMED = 10;

    private static final int MESSAGES = 10;

    private WatchCost() {}

    static void add(Bill bill, Work work) {
        WatchSettings watch = work.settings().watch();
        double written = hours(work.runs()) + hours(work.loads());
        bill.add(STAGE, "metrics of runs", METRICS_OF_A_STAGE * written, PriceId.METRICS);
        bill.add(STAGE, "alarms", alarmed(work.settings()), PriceId.ALARMS);
        bill.add(STAGE, "dashboard", watch.dashboard() ? 1 : 0, PriceId.DASHBOARD);
        double day = logs(work);
        bill.add(STAGE, "logs, written", Work.monthly(day), PriceId.LOGS);
        bill.add(STAGE, "logs, kept", day * work.days(watch.logDays()), PriceId.LOGS_STORAGE);
        bill.add(STAGE, "alarms by e-mail", (double) MESSAGES * watch.emails().size(), PriceId.SNS_EMAIL);
    }

    /** The share of a day's hours in which something happens that happens so often. */
    private static double hours(double perDay) {
        return Math.min(1, perDay / HOURS_OF_A_DAY);
    }

    private static int alarmed(Settings settings) {
        WatchSettings watch = settings.watch();
        boolean late = watch.markerWithinHours() > 0 && settings.aggregate().schedule() != null;
        boolean limited = settings.warehouse().dailyRpuHours() > 0;
        return ALWAYS_ALARMED + (late ? 1 : 0) + (watch.silentDays() > 0 ? 1 : 0) + (limited ? 1 : 0);
    }

    /** GB a day. */
    private static double logs(Work work) {
        return work.usage().filesPerDay() * 300e-9 + work.runs() * 20e-6 + work.loads() * 10e-3;
    }
}
