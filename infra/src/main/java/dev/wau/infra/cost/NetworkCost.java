package dev.wau.infra.cost;

import dev.wau.infra.settings.NetworkSettings;

/**
 * The endpoint of Secrets Manager, in one availability zone (S3's costs nothing), the secret that Redshift keeps there, and
 * the flow logs of a VPC that is made here: 10 MB a day, and as much for each GB that is loaded (a guess).
 */
final class NetworkCost {

    private static final String STAGE = "network";
    private static final double FLOW_LOGS = 0.010;

    /** Of a run: the connection's login, and the job's own. */
    private static final int CALLS = 4;

    private NetworkCost() {}

    static void add(Bill bill, Work work) {
        NetworkSettings network = work.settings().network();
        if (network.makesEndpoints()) {
            bill.add(STAGE, "endpoint", Month.HOURS, PriceId.ENDPOINT);
        }
        bill.add(STAGE, "flow logs", Work.monthly(flowLogsPerDay(work)), PriceId.FLOW_LOGS);
        bill.add(STAGE, "secret", 1, PriceId.SECRET);
        double calls = Work.monthly(work.loads() + CatalogCost.crawls(work)) * CALLS;
        bill.add(STAGE, "secret, calls", calls, PriceId.SECRET_CALLS);
    }

    /** In GB; none of a VPC that was there. */
    static double flowLogsPerDay(Work work) {
        return work.settings().network().vpc() == null
                ? FLOW_LOGS * (1 + work.usage().gigabytesPerDay())
                : 0;
    }
}
