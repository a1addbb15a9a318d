package dev.wau.infra.cost;

import dev.wau.infra.settings.JobSettings;

/** The Glue job: billed by the second, a minute at least. */
final class LoadCost {

    private static final double LEAST_SECONDS = 60;

    private LoadCost() {}

    static void add(Bill bill, Work work) {
        JobSettings job = work.settings().job();
        LoadTime load = work.load();
        double seconds = Work.monthly(work.loads()) * Math.max(LEAST_SECONDS, load.seconds());
        double dpuHours = seconds / 3600 * load.workers() * LoadTime.dpus(job.workerType());
        bill.add("load", job.flex() ? "job, flex" : "job", dpuHours, job.flex() ? PriceId.GLUE_FLEX : PriceId.GLUE_JOB);
    }
}
