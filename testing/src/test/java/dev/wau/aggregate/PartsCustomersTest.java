package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.collect.Source;
import dev.wau.collect.SourceFile;
import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.config.CustomerConfig;
import dev.wau.config.Policies.MissingCustomers;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers of parts that fail, come or go. */
final class PartsCustomersTest {

    @TempDir
    Path folder = Path.of("");

    private PartsBench parts = new PartsBench(new AggregateBench(folder));
    private AggregateBench bench = parts.bench;
    private final Set<String> failing = new HashSet<>(Set.of("customer2"));

    @BeforeEach
    void customers() throws IOException {
        parts = PartsBench.of(folder);
        bench = parts.bench;
        Function<CustomerConfig, Source> folders = bench.sources;
        bench.sources =
                customer -> failing.contains(customer.customer().name()) ? new NoSource() : folders.apply(customer);
    }

    @Test
    void whereAllAreWantedTheLastPartSaysWhoFailedAndNoMarkerIsWritten() {
        parts.begin();

        assertThatThrownBy(parts::drain)
                .isInstanceOf(CustomersFailedException.class)
                .hasMessageContaining("1 of 7 customers failed")
                .hasMessageContaining("customer2: Cannot list");

        assertThat(Outcome.markers(bench)).isEmpty();
        assertThat(bench.keys("csv/customer1/")).isNotEmpty();
        assertThat(bench.keys("csv/customer2/")).isEmpty();
    }

    @Test
    void theNextRunTriesAllAgainUnderTheSameBatch() throws IOException {
        AggregateResult begun = parts.begin();
        assertThatThrownBy(parts::drain).isInstanceOf(CustomersFailedException.class);
        assertThat(parts.begin().batch()).isEqualTo(begun.batch());
        assertThatThrownBy(parts::drain).isInstanceOf(CustomersFailedException.class);
        failing.clear();
        parts.file(1, "meanwhile", "new");

        parts.begin();
        List<PartResult> done = parts.drain();

        AggregateResult whole = Objects.requireNonNull(done.get(done.size() - 1).batch());
        assertThat(whole.batch()).isEqualTo(begun.batch());
        assertThat(Outcome.markers(bench)).hasSize(1);
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aCustomerThatIsAddedMeanwhileComesWithTheNextTry() throws IOException {
        parts.begin();
        assertThatThrownBy(parts::drain).isInstanceOf(CustomersFailedException.class);
        failing.clear();
        bench.customer("added");
        bench.file("added/a.csv", "timestamp,event,userId", "2025-06-30 10:00:00,a,u");

        parts.begin();
        assertThat(parts.parts).hasSize(4);
        parts.drain();

        assertThat(Outcome.markers(bench)).hasSize(1);
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aCustomerThatFailsAndLeavesIsWaitedForNoMore() {
        parts.begin();
        assertThatThrownBy(parts::drain).isInstanceOf(CustomersFailedException.class);
        bench.customers.remove(1);

        parts.begin();
        parts.drain();

        assertThat(Outcome.markers(bench)).hasSize(1);
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void wherePartsCannotBeStartedTheRunThatDoesThemSaysWhoFailed() {
        parts.begin();

        assertThatThrownBy(bench::run)
                .isInstanceOf(CustomersFailedException.class)
                .hasMessageContaining("customer2: Cannot list");
        failing.clear();

        assertThat(bench.run().marker()).isNotNull();
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aPartialMarkerNamesWhoIsMissing() {
        bench.missing = MissingCustomers.PARTIAL;
        parts.begin();

        List<PartResult> done = parts.drain();

        AggregateResult whole = Objects.requireNonNull(done.get(2).batch());
        assertThat(whole.failed()).extracting(CustomerOutcome::customer).containsExactly(new Customer("customer2"));
        assertThat(bench.marker(whole).files()).isNotEmpty();
        failing.clear();
        parts.settle();
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
        assertThat(Outcome.markers(bench)).hasSize(2);
    }

    @Test
    void anOutcomeThatCannotBeReadIsToDoAgain() {
        parts.begin();
        BatchPart last = Objects.requireNonNull(parts.parts.poll());
        failing.clear();
        parts.drain();
        String outcome = bench.keys("state/aggregate/batch/").stream()
                .filter(key -> key.contains(".done-"))
                .findFirst()
                .orElseThrow();
        bench.central.delete(new ObjectKey(outcome));
        bench.central.createIfAbsent(new ObjectKey(outcome), "{".getBytes(StandardCharsets.UTF_8));

        parts.aggregator().runPart(last);
        assertThat(Outcome.markers(bench)).isEmpty();
        parts.settle();

        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aNewCustomerComesWithTheNextBatch() throws IOException {
        failing.clear();
        parts.begin();
        bench.customer("added");
        bench.file("added/a.csv", "timestamp,event,userId", "2025-06-30 10:00:00,a,u");
        parts.drain();
        assertThat(bench.keys("csv/added/")).isEmpty();

        parts.settle();

        List<CompletionMarker> markers = Outcome.markers(bench);
        assertThat(markers).extracting(marker -> marker.customers().size()).containsExactly(7, 8);
        assertThat(Outcome.of(bench)).isEqualTo(parts.undivided());
    }

    @Test
    void aCustomerThatLeavesIsExpectedNoMoreButWhatItBroughtIsNamed() {
        failing.clear();
        Outcome expected = parts.undivided();
        parts.begin();
        parts.aggregator().runPart(Objects.requireNonNull(parts.parts.poll()));
        bench.customers.remove(0);
        bench.customers.remove(bench.customers.size() - 1);

        parts.drain();

        assertThat(Outcome.of(bench)).isEqualTo(expected);
        assertThat(Outcome.markers(bench).get(0).customers())
                .extracting(CustomerOutcome::customer)
                .extracting(Object::toString)
                .contains("customer1")
                .hasSize(7);
        parts.settle();
        assertThat(Outcome.markers(bench).get(1).customers()).hasSize(5);
    }

    private static final class NoSource implements Source {
        @Override
        public String description() {
            return "none";
        }

        @Override
        public Stream<SourceFile> list() {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot list: access denied");
        }

        @Override
        public InputStream read(SourceFile file) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot read: access denied");
        }

        @Override
        public SourceFile refresh(SourceFile file) {
            return file;
        }
    }
}
