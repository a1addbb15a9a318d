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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings the new and changed files of every customer into the central bucket, and writes the batch's completion marker
 * once, last.
 *
 * <p>A file appears under {@code csv/} whole, when it has been read to its end and was still the same then. An
 * interrupted run is gone on with by the next one, under the same batch id, without reading finished files again. What
 * was done is remembered under {@code state/}; without that folder everything is read again, and the same objects are
 * found in {@code csv/}. The objects' layout: {@code docs/formats.md}.
 *
 * <p>Only one run at a time works on a central bucket, or one on each part of a batch. Thread-safe.
 */
public final class Aggregator {

    private final Setting setting;

    /**
     * What a run works with.
     *
     * @param splitting how a long list of customers is divided; null if it never is
     */
    record Setting(
            WauConfig config,
            ObjectStore central,
            Function<CustomerConfig, Source> sources,
            InstantSource clock,
            Progress progress,
            int threads,
            TimeBudget budget,
            @Nullable Splitting splitting) {

        /** Beside those that read: a store or a source makes many wait at a time. */
        private static final int WAITING = 16;

        /** Threads for what is mostly waiting. */
        int waitingThreads() {
            return threads + WAITING;
        }
    }

    /**
     * How a long list of customers is divided.
     *
     * @param customersPerPart more than these are done in parts
     */
    record Splitting(int customersPerPart, AggregateStarter starter) {}

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
        this.setting = new Setting(config, central, sources, clock, progress, threads, TimeBudget.UNLIMITED, null);
    }

    private Aggregator(Setting setting) {
        this.setting = setting;
    }

    /**
     * The same, but a run takes no new file and gives up those it reads when this time is nearly over, and ends {@link
     * AggregateResult#unfinished}. The next one goes on where it stopped.
     *
     * @param budget begins now: an aggregator with a budget is for one run
     */
    public Aggregator within(TimeBudget budget) {
        return new Aggregator(new Setting(
                setting.config(),
                setting.central(),
                setting.sources(),
                setting.clock(),
                setting.progress(),
                setting.threads(),
                budget,
                setting.splitting()));
    }

    /**
     * The same, but a run over more customers than these only begins the batch and starts its parts; the last one of
     * them to end writes the marker. What has no time to end is started again.
     *
     * @param customersPerPart so many that one run does them in its time
     * @throws WauException INVALID_ARGUMENT: fewer than one
     */
    public Aggregator inParts(int customersPerPart, AggregateStarter starter) {
        if (customersPerPart < 1) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT, "Invalid customers per part: " + customersPerPart + " (at least 1)");
        }
        return new Aggregator(new Setting(
                setting.config(),
                setting.central(),
                setting.sources(),
                setting.clock(),
                setting.progress(),
                setting.threads(),
                setting.budget(),
                new Splitting(customersPerPart, starter)));
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
        RunContext context = RunContext.of(setting);
        Batch.Head head = new Heads(context.state()).read();
        Batch batch = head == null ? new Batch() : Batch.read(context, head);
        Inventory inventory = new Inventory(setting, new Ledgers(context.state()), new RunTime(TimeBudget.UNLIMITED));
        List<CustomerConfig> customers = setting.config().customers();
        return new Planner(setting.config()).plan(inventory.take(customers, batch), batch);
    }

    /** Aggregates, with a marker {@link MarkerRule#WHEN_NEW when there is something new}. */
    public AggregateResult run() {
        return run(MarkerRule.WHEN_NEW);
    }

    /**
     * Aggregates. If a batch in parts is in progress, what is undone of it is started, or done here in turn where
     * nothing can start it.
     *
     * @throws CustomersFailedException a customer failed and the policy asks for all; the others' files are copied and
     *     wait for the next batch
     * @throws WauException BUSY: another run is at work; STORE_FAILED: the central bucket failed
     */
    public AggregateResult run(MarkerRule rule) {
        return new AggregateRun(RunContext.of(setting)).run(rule);
    }

    /**
     * Does one part of a batch in progress, and completes the batch if it was the last one.
     *
     * @throws CustomersFailedException it was the last one, a customer of the batch failed and the policy asks for all
     * @throws WauException BUSY: this run has lost its hold to another; STORE_FAILED: the central bucket failed
     */
    public PartResult runPart(BatchPart part) {
        return new AggregateRun(RunContext.of(setting)).runPart(part);
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
