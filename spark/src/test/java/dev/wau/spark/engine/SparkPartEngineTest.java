package dev.wau.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import dev.wau.store.LocalFolder;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import dev.wau.warehouse.parts.LocalPartEngine;
import dev.wau.warehouse.parts.Part;
import dev.wau.warehouse.parts.PartEngine;
import dev.wau.warehouse.parts.StagingArea;
import dev.wau.warehouse.parts.WrittenParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark in this process. What only several processes show is in {@link ClusterIT}. */
class SparkPartEngineTest {

    @TempDir
    private static Path scratch;

    private static JavaSparkContext spark;

    @TempDir
    private Path folder;

    private ObjectStore central;
    private PartEngine engine;

    @BeforeAll
    static void start() {
        spark = LocalSpark.start(scratch);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @BeforeEach
    void open() {
        central = new LocalFolder(folder);
        engine = new SparkPartEngine(spark, StorePlace.of(Location.folder(folder)));
    }

    private StagingArea area() {
        return StagingArea.begin(central, RunId.random());
    }

    @Test
    void a_cluster_writes_what_one_machine_writes() throws IOException, SQLException {
        new TestingFiles(central).write(150).large("csv/acme/large.csv", 6 << 20);
        try (StagingArea here = area();
                StagingArea there = area()) {
            PartsRun.Result expected = new PartsRun(central, new LocalPartEngine()).into(here);
            PartsRun.Result result = new PartsRun(central, engine).into(there);

            assertThat(result.outcomes()).isEqualTo(expected.outcomes());
            assertThat(contents(result.parts().rows()))
                    .hasSizeGreaterThan(50_000)
                    .isEqualTo(contents(expected.parts().rows()));
            assertThat(contents(result.parts().rejects()))
                    .hasSize(2)
                    .isEqualTo(contents(expected.parts().rejects()));
            assertThat(result.parts().rows()).hasSize(2);
        }
    }

    private List<String> contents(List<Part> parts) throws IOException, SQLException {
        return PartsContents.of(central, parts);
    }

    @Test
    void a_large_file_is_read_in_ranges_and_in_one_go_where_its_quotes_mislead() throws IOException, SQLException {
        TestingFiles files = new TestingFiles(central).write(5).large("csv/acme/large.csv", 2 << 20);
        files.misleading("csv/globex/misleading.csv");
        PartEngine splitting = new SparkPartEngine(spark, StorePlace.of(Location.folder(folder)), 300_000);
        try (StagingArea here = area();
                StagingArea there = area()) {
            PartsRun.Result expected = new PartsRun(central, new LocalPartEngine()).into(here);
            PartsRun run = new PartsRun(central, splitting);
            PartsRun.Result result = run.into(there);

            assertThat(result.outcomes()).isEqualTo(expected.outcomes());
            assertThat(contents(result.parts().rows()))
                    .isEqualTo(contents(expected.parts().rows()));
            assertThat(contents(result.parts().rejects()))
                    .isEqualTo(contents(expected.parts().rejects()));
            assertThat(result.parts().rows()).hasSizeGreaterThan(10);
            assertThat(attemptedParts(there))
                    .hasSizeGreaterThan(result.parts().rows().size());
            assertThat(run.bytesTold()).isEqualTo(bytesToRead());
        }
    }

    /** Also those of ranges that didn't count. */
    private List<StoredObject> attemptedParts(StagingArea area) {
        try (Stream<StoredObject> objects = central.list(area.store().prefix() + "rows-")) {
            return objects.toList();
        }
    }

    private long bytesToRead() {
        try (Stream<StoredObject> objects = central.list("csv/")) {
            return objects.filter(object -> !object.key().fileName().matches("(no-time|empty|two-names).csv"))
                    .mapToLong(StoredObject::bytes)
                    .sum();
        }
    }

    @Test
    void progress_is_told_of_all_bytes_and_files() throws IOException {
        new TestingFiles(central).large("csv/acme/a.csv", 5 << 20).large("csv/acme/b.csv", 5 << 20);
        PartsRun run = new PartsRun(central, engine);
        try (StagingArea area = area()) {
            run.into(area);
        }
        assertThat(run.filesTold()).isEqualTo(2);
        try (Stream<StoredObject> objects = central.list("csv/")) {
            assertThat(run.bytesTold())
                    .isEqualTo(objects.mapToLong(StoredObject::bytes).sum());
        }
    }

    @Test
    void nothing_to_read_makes_no_parts() throws IOException {
        try (StagingArea area = area()) {
            assertThat(new PartsRun(central, engine).into(area).parts())
                    .isEqualTo(new WrittenParts(List.of(), List.of()));
        }
    }

    @Test
    void a_file_that_changed_ends_the_run_at_once_with_its_own_error() throws IOException {
        TestingFiles files = new TestingFiles(central).write(3);
        PartsRun run = new PartsRun(central, engine)
                .betweenHeadersAndRows(() -> put(files, TestingFiles.name(1), "timestamp,event\n"));
        try (StagingArea area = area()) {
            assertThatThrownBy(() -> run.into(area))
                    .isInstanceOfSatisfying(
                            WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OBJECT_CHANGED))
                    .hasMessageContaining(TestingFiles.name(1))
                    .hasMessageNotContaining("stage");
        }
    }

    private static void put(TestingFiles files, String key, String text) {
        try {
            files.put(key, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_task_that_fails_at_each_attempt_ends_the_run_with_its_own_error() throws IOException {
        new TestingFiles(central).write(3);
        try (StagingArea area = area()) {
            // Where the parts' folder should be stands a file.
            Path staging = folder.resolve(area.store().prefix());
            Files.createDirectories(staging.getParent());
            Files.writeString(staging, "");
            assertThatThrownBy(() -> new PartsRun(central, engine).into(area))
                    .isInstanceOfSatisfying(
                            WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
                    .hasMessageNotContaining("stage");
            Files.delete(staging);
        }
    }

    @Test
    void tasks_leave_no_temporary_files() throws IOException {
        new TestingFiles(central).write(20);
        try (StagingArea area = area()) {
            new PartsRun(central, engine).into(area);
        }
        try (Stream<Path> left = Files.walk(scratch)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("wau-")))
                    .isEmpty();
        }
    }

    @Test
    void a_file_takes_less_than_400_bytes_on_its_way_to_a_task() throws IOException {
        List<TaskFile> files = Stream.iterate(1L, id -> id + 1)
                .limit(1_000)
                .map(id -> new TaskFile(
                        id,
                        "acme",
                        new ObjectKey("csv/acme/acme-Apr-05-2023-00:00:00--Apr-06-2023-00:00:00-" + id + ".csv").path(),
                        String.format("%064d", id),
                        "\"%032d\"".formatted(id),
                        10_000,
                        0,
                        1,
                        null))
                .toList();
        assertThat(Wire.bytes(new TaskFiles(files)).length / files.size()).isLessThan(400);
    }
}
