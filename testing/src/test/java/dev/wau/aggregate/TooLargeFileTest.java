package dev.wau.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.config.Policies.MissingCustomers;
import dev.wau.model.Customer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that take longer than a run has. */
final class TooLargeFileTest {

    @TempDir
    Path folder = Path.of("");

    private SlowBench slow = new SlowBench(new AggregateBench(folder));
    private AggregateBench bench = slow.bench;

    @BeforeEach
    void sources() throws IOException {
        slow = SlowBench.of(folder);
        bench = slow.bench;
    }

    @Test
    void aFileLargerThanARunsTimeFailsItsCustomerAfterTwoRuns() throws IOException {
        slow.file("acme", 99, 500);
        bench.missing = MissingCustomers.PARTIAL;

        List<AggregateResult> results = slow.runUntilFinished(400);

        assertThat(results.size()).isBetween(3, 5);
        CompletionMarker marker = bench.marker(results.get(results.size() - 1));
        assertThat(marker.files()).hasSize(2 * SlowBench.FILES);
        assertThat(results.get(results.size() - 1).failed()).singleElement().satisfies(failed -> {
            assertThat(failed.customer()).isEqualTo(new Customer("acme"));
            assertThat(failed.error())
                    .contains("Cannot aggregate '99.csv' (", "2 runs with up to 3", "were over before its end")
                    .contains("Run 'wau aggregate' where time has no limit");
        });
        slow.opened.clear();
        assertThat(slow.run(400).unfinished()).isFalse();
        assertThat(slow.opened).isEmpty();
    }

    @Test
    void whereAllCustomersAreWantedATooLargeFileIsAnErrorAndNoMarkerIsWritten() throws IOException {
        slow.file("acme", 99, 500);
        for (int i = 0; i < 10 && Outcome.markers(bench).isEmpty(); i++) {
            try {
                slow.run(400);
            } catch (CustomersFailedException e) {
                assertThat(e).hasMessageContaining("acme: Cannot aggregate '99.csv'");
                assertThat(bench.keys("csv/")).hasSize(2 * SlowBench.FILES);
                assertThat(Outcome.markers(bench)).isEmpty();
                assertThatThrownBy(() -> slow.run(400)).isInstanceOf(CustomersFailedException.class);
                assertThat(slow.run(1_000).files()).isEqualTo(2 * SlowBench.FILES + 1);
                return;
            }
        }
        throw new AssertionError("The file was tried for ever");
    }

    @Test
    void aTooLargeFileIsTriedAgainWithMoreTimeAndAnyRunWithoutALimitReadsIt() throws IOException {
        slow.file("acme", 99, 500);
        bench.missing = MissingCustomers.PARTIAL;
        slow.runUntilFinished(400);

        AggregateResult result = bench.run();

        assertThat(bench.marker(result).files())
                .extracting(file -> file.key().path())
                .containsExactly("csv/acme/99.csv");
        assertThat(bench.keys("state/aggregate/tried")).isEmpty();
    }

    @Test
    void aNewVersionOfATooLargeFileIsTriedAgain() throws IOException {
        slow.file("acme", 99, 500);
        bench.missing = MissingCustomers.PARTIAL;
        slow.runUntilFinished(400);
        slow.file("acme", 99, 50);

        List<AggregateResult> results = slow.runUntilFinished(400);

        assertThat(results.get(results.size() - 1).failed()).isEmpty();
        assertThat(bench.keys("csv/")).contains("csv/acme/99.csv");
    }

    @Test
    void runsOfDifferentLengthsComeToAnEndToo() throws IOException {
        slow.file("acme", 99, 900);
        bench.missing = MissingCustomers.PARTIAL;
        List<Integer> lengths = List.of(300, 500, 300, 500, 300, 500, 300, 500);

        long unfinished = lengths.stream()
                .map(slow::run)
                .filter(AggregateResult::unfinished)
                .count();

        assertThat(unfinished).isBetween(2L, 4L);
    }
}
