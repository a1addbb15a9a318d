package dev.wau.aggregate;

import dev.wau.collect.Connector;
import dev.wau.collect.Source;
import dev.wau.config.CustomerConfig;
import dev.wau.config.WauConfig;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Brings the new and changed files of every customer into the central bucket, and writes the batch's completion marker
 * once, last.
 *
 * <p>A file appears under {@code csv/} whole, when it has been read to its end and was still the same then. An
 * interrupted run is gone on with by the next one, under the same batch id, without reading finished files again. What
 * was done is remembered under {@code state/}; without that folder everything is read again, and the same objects are
 * found in {@code csv/}. The objects' layout: {@code docs/formats.md}.
 *
 * <p>Only one run at a time works on a central bucket. Thread-safe.
 */
public final class Aggregator {

    private final Setting setting;

    /** What a run works with. */
    record Setting(
            WauConfig config,
            ObjectStore central,
            Function<CustomerConfig, Source> sources,
            InstantSource clock,
            Progress progress,
            int threads) {}

    /** When a marker is written. */
    public enum MarkerRule {
        /**
         * When a file was copied or refused, or when the expected customers, or those that failed, are not those of the
         * last marker. So a timer may run every minute without writing a marker a minute.
         */
        WHEN_NEW,
        /** Always, also for a batch without files. */
        ALWAYS
    }

    /**
     * An aggregator.
     *
     * @param sources opens a customer's source
     * @param clock for the batch's id and times
     * @param threads how many files are read at a time
     * @throws WauException INVALID_CONFIGURATION: two customers have one name
     */
    public Aggregator(
            WauConfig config,
            ObjectStore central,
            Function<CustomerConfig, Source> sources,
            InstantSource clock,
            Progress progress,
            int threads) {
        requireDifferentNames(config);
        this.setting = new Setting(config, central, sources, clock, progress, threads);
    }

    /**
     * One for the places of a configuration, with a thread for each core.
     *
     * @param connector opens them
     */
    public static Aggregator of(WauConfig config, Connector connector, Progress progress) {
        return new Aggregator(
                config,
                connector.store(config.central()),
                customer -> connector.source(customer.source()),
                InstantSource.system(),
                progress,
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * What {@link #run} would do now. Writes nothing.
     *
     * @throws WauException STORE_FAILED: the central bucket can't be read
     */
    public AggregatePlan plan() {
        StateFiles state = new StateFiles(setting.central());
        Batch batch = Journal.read(state).batch();
        Inventory inventory = new Inventory(setting.config(), setting.central(), new Ledgers(state), setting.sources());
        return new Planner(setting.config()).plan(inventory.take(batch), batch);
    }

    /** Aggregates, with a marker {@link MarkerRule#WHEN_NEW when there is something new}. */
    public AggregateResult run() {
        return run(MarkerRule.WHEN_NEW);
    }

    /**
     * Aggregates.
     *
     * @throws CustomersFailedException a customer failed and the policy asks for all; the others' files are copied and
     *     wait for the next batch
     * @throws WauException BUSY: another run is at work; STORE_FAILED: the central bucket failed
     */
    public AggregateResult run(MarkerRule rule) {
        ObjectStore.Hold hold = setting.central().hold("aggregate");
        try {
            return new AggregateRun(setting).run(rule);
        } finally {
            hold.close();
        }
    }

    private static void requireDifferentNames(WauConfig config) {
        Set<Customer> names = new HashSet<>();
        for (CustomerConfig customer : config.customers()) {
            if (!names.add(customer.customer())) {
                throw new WauException(
                        ErrorCode.INVALID_CONFIGURATION,
                        "Invalid customers: '" + customer.customer() + "' twice (each customer has one name)");
            }
        }
    }
}
