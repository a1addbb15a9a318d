package dev.wau.infra.cost;

/**
 * The trigger. Lambda asks the queue for messages whether there are any or not: by five connections, each for up to 20
 * seconds at a time. A marker takes two invocations of two seconds: its own, and one that finds the job busy.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html">AWS: five batches at a time, to begin
 *     with</a>
 */
final class TriggerCost {

    private static final String STAGE = "trigger";
    private static final double ASKED_AN_HOUR = 5 * 3600.0 / 20;
    private static final int REQUESTS_OF_A_MARKER = 6;
    private static final int INVOCATIONS_OF_A_MARKER = 2;
    private static final double SECONDS = 2;

    private TriggerCost() {}

    static void add(Bill bill, Work work) {
        double markers = Work.monthly(work.loads());
        double requests = ASKED_AN_HOUR * Month.HOURS + markers * REQUESTS_OF_A_MARKER;
        bill.add(STAGE, "queue", requests, PriceId.SQS);
        double invocations = markers * INVOCATIONS_OF_A_MARKER;
        double memory = work.settings().trigger().memory() / 1024.0;
        bill.add(STAGE, "function, arm64", invocations * SECONDS * memory, PriceId.LAMBDA_ARM64);
        bill.add(STAGE, "invocations", invocations, PriceId.LAMBDA_REQUESTS);
    }
}
