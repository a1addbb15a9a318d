package dev.wau.aggregate;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/** Functions that start one another: what is started waits here until the test has it run, on its own thread. */
final class PartsBench implements AggregateStarter {

    static final int CUSTOMERS = 7;
    private static final int MOST_ROUNDS = 6;

    final AggregateBench bench;
    final Queue<BatchPart> parts = new ConcurrentLinkedQueue<>();
    int customersPerPart = 3;
    int runs;

    PartsBench(AggregateBench bench) {
        this.bench = bench;
    }

    /** Seven customers, so three parts; the last one has nothing. */
    static PartsBench of(Path folder) throws IOException {
        PartsBench parts = new PartsBench(new AggregateBench(folder));
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            parts.bench.customer(name(customer));
            for (int file = 0; file < (CUSTOMERS - customer) % 4; file++) {
                parts.file(customer, "f" + file, "event" + file);
            }
        }
        parts.bench.file(name(1) + "/refused.csv", "nothing");
        return parts;
    }

    static String name(int customer) {
        return "customer" + customer;
    }

    void file(int customer, String name, String event) throws IOException {
        bench.file(
                name(customer) + "/" + name + ".csv", "timestamp,event,userId", "2025-06-30 10:00:00," + event + ",u");
    }

    @Override
    public void startPart(BatchPart part) {
        parts.add(part);
    }

    @Override
    public void startRun() {
        runs++;
    }

    Aggregator aggregator() {
        return aggregator(bench.central);
    }

    Aggregator aggregator(ObjectStore central) {
        return bench.aggregator(central, 2).inParts(customersPerPart, this);
    }

    /** The run that begins, a minute after the one before. */
    AggregateResult begin() {
        return begin(bench.central);
    }

    AggregateResult begin(ObjectStore central) {
        bench.now = bench.now.plus(Duration.ofMinutes(1));
        return aggregator(central).run();
    }

    /** Has done all that waits, also what is started meanwhile. */
    List<PartResult> drain() {
        return drain(bench.central);
    }

    List<PartResult> drain(ObjectStore central) {
        List<PartResult> results = new ArrayList<>();
        for (BatchPart part = parts.poll(); part != null; part = parts.poll()) {
            results.add(aggregator(central).runPart(part));
        }
        return results;
    }

    /**
     * Everything once, also what is started meanwhile; what a function that dies leaves is left.
     *
     * @param central what each function sees of the central bucket; 0 is the one that begins, then come the parts
     */
    void tryAll(IntFunction<ObjectStore> central) {
        tryOne(() -> begin(central.apply(0)));
        for (BatchPart part = parts.poll(); part != null; part = parts.poll()) {
            BatchPart next = part;
            tryOne(() -> aggregator(central.apply(next.number())).runPart(next));
        }
    }

    /** A function that may die, or lose its hold. */
    static void tryOne(Runnable function) {
        try {
            function.run();
        } catch (WauException e) {
            boolean died = String.valueOf(e.getMessage()).contains("the store is dead");
            if (e.code() != ErrorCode.BUSY && !died) {
                throw e;
            }
        }
    }

    /** Begins again, as a timer does, until there is nothing to do any more. */
    void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int before = bench.keys("complete/").size();
            begin();
            drain();
            if (bench.keys("complete/").size() == before
                    && bench.keys("state/aggregate/batch").isEmpty()) {
                return;
            }
        }
        throw new AssertionError("It comes to no end: " + bench.keys("state/aggregate/batch"));
    }

    /** What an undivided run into an empty bucket comes to. */
    Outcome undivided() {
        AggregateBench other = new AggregateBench(bench.folder);
        other.customers = bench.customers;
        other.missing = bench.missing;
        other.run();
        return Outcome.of(other);
    }
}
