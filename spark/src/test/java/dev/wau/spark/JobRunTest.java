package dev.wau.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.wau.complete.MarkerPublisher;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.Warehouse;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.testing.load.TestingCentralBucket;
import dev.wau.testing.metrics.EmbeddedMetricLine;
import dev.wau.testing.store.MemoryObjectStore;
import dev.wau.testing.warehouse.MemoryWarehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run loads that is told no marker. */
class JobRunTest {

    private final TestingCentralBucket central = new TestingCentralBucket(new MemoryObjectStore());
    private final Warehouse warehouse = new MemoryWarehouse();

    private ObjectKey file(String name) {
        return central.put("acme", name, "timestamp,event", "2025-01-06 08:00:00," + name);
    }

    private void marker(String batch, ObjectKey... files) {
        new MarkerPublisher(central.store()).publish(central.marker(batch, files));
    }

    private List<LoadResult> run(String option) {
        LoadJob job = new LoadJob(
                central.store(), warehouse, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE);
        List<LoadResult> results = new ArrayList<>();
        new JobRun(central.store(), warehouse.history(), job)
                .run(JobBookmark.of(option, null, null), null, results::add);
        return results;
    }

    @Test
    void the_markers_that_wait_oldest_first() {
        marker("2025-01-06T00-00-00.000Z", file("a"));
        marker("2025-01-07T00-00-00.000Z", file("b"));
        file("not-yet-in-any-batch");

        assertThat(run("job-bookmark-enable"))
                .extracting(LoadResult::batch, LoadResult::entered)
                .containsExactly(
                        tuple(new BatchId("2025-01-06T00-00-00.000Z"), 1L),
                        tuple(new BatchId("2025-01-07T00-00-00.000Z"), 1L));
        assertThat(run("job-bookmark-enable")).isEmpty();
    }

    @Test
    void where_there_are_no_markers_what_stands_under_csv() {
        file("a");
        file("b");

        assertThat(run("job-bookmark-enable")).extracting(LoadResult::entered).containsExactly(2L);
    }

    private EmbeddedMetricLine metrics(@Nullable String markers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JobMetrics metrics =
                new JobMetrics("prod", InstantSource.system(), new PrintStream(out, true, StandardCharsets.UTF_8));
        LoadJob job = new LoadJob(
                central.store(), warehouse, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE);
        try {
            metrics.of(() -> new JobRun(central.store(), warehouse.history(), job)
                    .run(JobBookmark.of(null, null, null), markers, metrics::add));
        } catch (WauException told) {
            assertThat(told.code()).isEqualTo(ErrorCode.NOT_FOUND);
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1);
        return EmbeddedMetricLine.read(lines.get(0), Instant.now());
    }

    @Test
    void a_run_is_measured_over_all_its_loads() {
        ObjectKey first = file("a");
        marker("2025-01-06T00-00-00.000Z", first);
        marker("2025-01-07T00-00-00.000Z", overlapping("b"));

        EmbeddedMetricLine line = metrics(null);

        assertThat(line.namespace()).isEqualTo("WAU");
        assertThat(line.dimensions()).containsOnly(entry("Environment", "prod"), entry("Stage", "load"));
        assertThat(line.metrics())
                .contains(
                        entry("FilesLoaded", 2.0),
                        entry("FilesRefused", 0.0),
                        entry("RowsLoaded", 2.0),
                        entry("RowsSuppressed", 1.0),
                        entry("RecordsRead", 4.0),
                        entry("RecordsRejected", 1.0),
                        entry("RunsFailed", 0.0))
                .containsKey("RunSeconds")
                .hasSize(8);
        assertThat(metrics(null).metrics())
                .as("nothing is left")
                .contains(entry("FilesLoaded", 0.0), entry("RecordsRead", 0.0), entry("RunsFailed", 0.0));
    }

    /** The record of the file {@code a}, one of its own and a broken one. */
    private ObjectKey overlapping(String name) {
        return central.put(
                "acme",
                name,
                "timestamp,event",
                "2025-01-06 08:00:00,a",
                "2025-01-06 09:00:00," + name,
                "never," + name);
    }

    @Test
    void a_failed_run_is_measured_with_what_it_committed() {
        marker("2025-01-06T00-00-00.000Z", file("a"));

        EmbeddedMetricLine line = metrics("complete/2025-01-06T00-00-00.000Z.json,complete/none.json");

        assertThat(line.metrics()).contains(entry("FilesLoaded", 1.0), entry("RunsFailed", 1.0));
    }

    @Test
    void without_an_environment_nothing_is_measured() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AtomicBoolean ran = new AtomicBoolean();

        new JobMetrics(null, InstantSource.system(), new PrintStream(out, true, StandardCharsets.UTF_8))
                .of(() -> ran.set(true));

        assertThat(ran).isTrue();
        assertThat(out.size()).isZero();
    }

    @Test
    void with_a_disabled_bookmark_all_of_it_again() {
        marker("2025-01-06T00-00-00.000Z", file("a"));
        run("job-bookmark-enable");

        assertThat(run("job-bookmark-disable")).extracting(LoadResult::entered).containsExactly(1L);
    }

    @Test
    void a_marker_that_cannot_be_read_is_told_after_the_others_are_loaded() throws IOException {
        try (ObjectStore.Write write = central.store().write(new ObjectKey("complete/2025-01-06T00-00-00.000Z.json"))) {
            write.write("{\"type\": \"wau-completion-marker\"".getBytes(StandardCharsets.UTF_8));
            write.commit();
        }
        marker("2025-01-07T00-00-00.000Z", file("b"));

        assertThatThrownBy(() -> run("job-bookmark-enable"))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("2025-01-06T00-00-00.000Z.json");
        assertThat(warehouse.history().batches())
                .extracting(LoadHistory.HistoryBatch::batch)
                .containsExactly(new BatchId("2025-01-07T00-00-00.000Z"));
    }
}
