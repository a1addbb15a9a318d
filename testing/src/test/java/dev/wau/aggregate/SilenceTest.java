package dev.wau.aggregate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.config.Policies.MissingCustomers;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.testing.store.MemoryObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a customer has brought nothing: told by runs that bring something, and by those that don't. */
final class SilenceTest {

    private static final String HEADER = "timestamp,event,userId";

    @TempDir
    Path folder = Path.of("");

    private AggregateBench bench = new AggregateBench(folder);

    @BeforeEach
    void customers() throws IOException {
        bench = new AggregateBench(folder).customer("acme").customer("bolt");
        bench.central = new MemoryObjectStore(() -> bench.now);
    }

    private void file(String name, String event) throws IOException {
        bench.file(name, HEADER, "2025-06-30 10:00:00," + event + ",u1");
    }

    private static Silence since(String customer, Instant since) {
        return new Silence(new Customer(customer), since, Silence.From.NEWEST_FILE);
    }

    private static Silence never(String customer, Instant since) {
        return new Silence(new Customer(customer), since, Silence.From.FIRST_EXPECTED);
    }

    @Test
    void aRunWithoutNewsTellsWhoIsSilentLongestFirst() throws IOException {
        file("acme/a.csv", "a");
        file("bolt/a.csv", "a");
        bench.run();
        Instant first = bench.now;
        file("acme/b.csv", "b");
        bench.run();
        Instant second = bench.now;

        AggregateResult result = bench.run();

        assertThat(result.nothingNew()).isTrue();
        assertThat(result.silences()).containsExactly(since("bolt", first), since("acme", second));
        assertThat(result.silences().get(0).until(bench.now)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aFileEndsTheSilenceInTheRunThatBringsIt() throws IOException {
        file("acme/a.csv", "a");
        file("bolt/a.csv", "a");
        bench.run();
        Instant first = bench.now;
        file("acme/a.csv", "again");

        AggregateResult result = bench.run();

        assertThat(result.silences()).containsExactly(since("bolt", first), since("acme", bench.now));
    }

    @Test
    void whoNeverHadAFileIsSilentSinceAMarkerFirstExpectedIt() throws IOException {
        file("acme/a.csv", "a");
        bench.run();
        Instant first = bench.now;
        bench.customer("cord");
        AggregateResult second = bench.run();
        Instant cord = bench.now;
        file("acme/b.csv", "b");
        bench.run();
        Instant third = bench.now;

        assertThat(second.silences()).containsExactly(since("acme", first), never("bolt", first), never("cord", cord));
        assertThat(bench.run().silences())
                .containsExactly(never("bolt", first), never("cord", cord), since("acme", third));
    }

    @Test
    void whoCameBackIntoTheConfigurationBeginsAnew() throws IOException {
        file("acme/a.csv", "a");
        bench.run();
        bench.customers.remove(1);
        bench.run();
        bench.customer("bolt");

        assertThat(bench.run().silences()).contains(never("bolt", bench.now));
    }

    @Test
    void whatAnOlderWauRememberedIsEnough() throws IOException {
        file("acme/a.csv", "a");
        AggregateResult first = bench.run();
        Instant began = bench.now;
        ObjectKey last = new ObjectKey("state/aggregate/last.json");
        bench.central.delete(last);
        bench.central.createIfAbsent(
                last,
                ("{\"batch\":\"" + first.batch() + "\",\"expected\":[\"acme\",\"bolt\"],\"failed\":[]}\n")
                        .getBytes(UTF_8));

        assertThat(bench.run().silences()).contains(never("bolt", began));
        file("acme/b.csv", "b");
        bench.run();
        assertThat(bench.run().silences()).contains(never("bolt", began));
    }

    @Test
    void aRefusedFileIsNoData() throws IOException {
        file("bolt/a.csv", "a");
        bench.run();
        Instant first = bench.now;
        bench.file("bolt/b.csv", "no,such");

        AggregateResult result = bench.run();

        assertThat(result.refusals()).hasSize(1);
        assertThat(result.silences()).contains(since("bolt", first));
    }

    @Test
    void theSilenceOfAFailedCustomerGoesOn() throws IOException {
        file("bolt/a.csv", "a");
        bench.run();
        Instant first = bench.now;
        Files.delete(folder.resolve("bolt/a.csv"));
        Files.delete(folder.resolve("bolt"));

        assertThatThrownBy(() -> bench.run())
                .isInstanceOfSatisfying(
                        CustomersFailedException.class,
                        e -> assertThat(e.result().silences()).contains(since("bolt", first)));
        bench.missing = MissingCustomers.PARTIAL;
        assertThat(bench.run().silences()).contains(since("bolt", first));
    }

    @Test
    void aRunWithoutTimeEndsNothing() throws IOException {
        file("acme/a.csv", "a");

        AggregateResult result = bench.aggregator().within(() -> Duration.ZERO).run();

        assertThat(result.unfinished()).isTrue();
        assertThat(result.endedHere()).isFalse();
        assertThat(bench.run().endedHere()).isTrue();
    }

    @Test
    void ofABatchInPartsTheRunThatCompletesItTells() throws IOException {
        PartsBench parts = PartsBench.of(folder);
        parts.bench.central = new MemoryObjectStore(() -> parts.bench.now);

        AggregateResult begun = parts.begin();
        List<PartResult> done = parts.drain();

        Instant first = parts.bench.now;
        assertThat(begun.endedHere()).isFalse();
        assertThat(done).allMatch(part -> !Objects.requireNonNull(part.own()).endedHere());
        assertThat(Objects.requireNonNull(done.get(2).batch()).silences())
                .hasSize(PartsBench.CUSTOMERS)
                .contains(since("customer4", first), never("customer7", first));
    }

    @Test
    void andOfOneWithoutNewsToo() throws IOException {
        PartsBench parts = PartsBench.of(folder);
        parts.bench.central = new MemoryObjectStore(() -> parts.bench.now);
        parts.begin();
        parts.drain();
        Instant first = parts.bench.now;

        parts.begin();
        PartResult last = parts.drain().get(2);

        AggregateResult whole = Objects.requireNonNull(last.batch());
        assertThat(whole.nothingNew()).isTrue();
        assertThat(whole.silences())
                .hasSize(PartsBench.CUSTOMERS)
                .contains(since("customer4", first), never("customer7", first));
    }

    @Test
    void whoOnlySeesTheMarkerOfAnotherTellsNothing() throws IOException {
        PartsBench parts = PartsBench.of(folder);
        ObjectStore central = new MemoryObjectStore(() -> parts.bench.now);
        parts.bench.central = central;
        AggregateResult begun = parts.bench
                .aggregator(central, 2)
                .inParts(parts.customersPerPart, new AggregateStarter() {
                    @Override
                    public void startPart(BatchPart part) {
                        parts.aggregator().runPart(part);
                    }

                    @Override
                    public void startRun() {
                        throw new AssertionError("There is time for all");
                    }
                })
                .run();

        assertThat(begun.marker()).as("written by the last part").isNotNull();
        assertThat(begun.endedHere()).isFalse();
    }
}
