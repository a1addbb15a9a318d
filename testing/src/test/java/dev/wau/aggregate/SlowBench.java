package dev.wau.aggregate;

import dev.wau.collect.Connectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Sources that take a run's time. */
final class SlowBench {

    /** Of each of two customers. */
    static final int FILES = 20;

    /** One file at a time, so that a file's time isn't also that of others. */
    private static final int READING = 1;

    private static final int MOST_RUNS = 20;

    final AggregateBench bench;
    TestingTime time = new TestingTime(Duration.ZERO);

    /** The keys of files that were opened. */
    final List<String> opened = Collections.synchronizedList(new ArrayList<>());

    SlowBench(AggregateBench bench) {
        this.bench = bench;
    }

    /** Two customers, each with {@value #FILES} files that take few seconds. */
    static SlowBench of(Path folder) throws IOException {
        SlowBench slow =
                new SlowBench(new AggregateBench(folder).customer("acme").customer("bolt"));
        slow.bench.sources = customer -> new SlowSource(
                customer.customer().name(),
                Connectors.folders(() -> slow.bench.now).source(customer.source()),
                passed -> slow.time.pass(passed),
                slow.opened);
        for (int i = 0; i < FILES; i++) {
            slow.file("acme", i, 1);
            slow.file("bolt", i, 1);
        }
        return slow;
    }

    /** A run with so much time. */
    AggregateResult run(int seconds) {
        time = new TestingTime(Duration.ofSeconds(seconds));
        bench.now = bench.now.plusSeconds(60);
        return bench.aggregator(bench.central, READING).within(time).run();
    }

    /** Runs, each with so much time. */
    List<AggregateResult> runUntilFinished(int seconds) {
        List<AggregateResult> results = new ArrayList<>();
        for (int i = 0; i < MOST_RUNS; i++) {
            results.add(run(seconds));
            if (!results.get(i).unfinished()) {
                return results;
            }
        }
        throw new AssertionError("It comes to no end");
    }

    /** A file that takes about so many seconds. */
    void file(String customer, int number, int seconds) throws IOException {
        String record = "2025-06-30 10:00:00,event" + number + ",";
        bench.file(
                customer + "/" + number + ".csv",
                IntStream.range(0, seconds + 1)
                        .mapToObj(i -> i == 0
                                ? "timestamp,event,userId"
                                : record + "u".repeat(SlowSource.STEP - 1 - record.length()))
                        .toArray(String[]::new));
    }
}
