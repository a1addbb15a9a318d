package dev.wau.infra.cost;

import dev.wau.infra.settings.AggregateSettings;

/**
 * The aggregation's function and its schedule. With {@code cores = memory / 1,769 MB}, a run takes
 *
 * <pre>
 * seconds = 5 x invocations + MB / (20 x cores) + files x 0.060 / cores
 * </pre>
 *
 * <p>20 MB/s a core is half of what two cores of a laptop bring (README), 60 ms a file are S3's three replies. SnapStart costs
 * nothing for Java.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html#snapstart-pricing">AWS: SnapStart's price</a>
 */
final class AggregateCost {

    static final double MEMORY_OF_A_CORE = 1769;

    private static final String STAGE = "aggregate";
    private static final double START = 5;
    private static final double MEGABYTES_OF_A_CORE = 20;
    private static final double SECONDS_OF_A_FILE = 0.060;

    /** Lambda's fifteen minutes. */
    private static final double LONGEST = 900;

    private AggregateCost() {}

    static void add(Bill bill, Work work) {
        AggregateSettings settings = work.settings().aggregate();
        double cores = settings.memory() / MEMORY_OF_A_CORE;
        double files = work.usage().filesPerDay();
        double bringing =
                (work.usage().gigabytesPerDay() * 1000 / MEGABYTES_OF_A_CORE + files * SECONDS_OF_A_FILE) / cores;
        double invocations = invocations(work) * work.runs() + Math.floor(bringing / LONGEST);
        double seconds = Work.monthly(bringing + invocations * START);
        bill.add(
                STAGE,
                "function, " + settings.architecture(),
                seconds * settings.memory() / 1024,
                settings.architecture().equals("arm64") ? PriceId.LAMBDA_ARM64 : PriceId.LAMBDA_X86_64);
        bill.add(STAGE, "invocations", Work.monthly(invocations), PriceId.LAMBDA_REQUESTS);
        if (settings.schedule() != null) {
            bill.add(STAGE, "schedule", Work.monthly(work.runs()), PriceId.SCHEDULER);
        }
    }

    /** Of a run: one, or one that divides the customers and one for each part. */
    private static double invocations(Work work) {
        int most = work.settings().aggregate().customersPerPart();
        return work.customers() > most ? 1 + Math.ceil((double) work.customers() / most) : 1;
    }
}
