package dev.wau.proof.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.config.WauConfig;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.LocalLoadEngine;
import dev.wau.load.Warehouse;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.proof.ProofRecord;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Workspace;
import dev.wau.store.LocalFolder;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight loads of one marker at once in one process. */
final class ThreadsIT {

    private static final int MANY = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void onOneWarehouse(CliWarehouse kind) {
        try (Workspace workspace = workspace(kind)) {
            try (Warehouse one = Warehouses.open(workspace.url(), Access.READ_WRITE)) {
                requireOnce(kind, "one warehouse", loads(() -> load(workspace, one)));
            }
            workspace.requireConvergence();
            workspace.requireAccounted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onAWarehouseEach(CliWarehouse kind) {
        try (Workspace workspace = workspace(kind)) {
            requireOnce(kind, "a warehouse each", loads(() -> {
                try (Warehouse own = Warehouses.open(workspace.url(), Access.READ_WRITE)) {
                    return load(workspace, own);
                }
            }));
            workspace.requireConvergence();
            workspace.requireAccounted();
        }
    }

    private Workspace workspace(CliWarehouse kind) {
        Workspace workspace = new Workspace(folder.resolve("w"), kind, new Random(11), 2_000);
        workspace.aggregate();
        return workspace;
    }

    private static LoadResult load(Workspace workspace, Warehouse warehouse) {
        WauConfig config = workspace.config();
        LocalFolder central = new LocalFolder(config.central().location().folder());
        LoadJob job = new LoadJob(
                central, warehouse, config.policies(), config.limits(), InstantSource.system(), Progress.NONE);
        return new LocalLoadEngine(central, job)
                .run(new ObjectKey(workspace.markers().names().get(0)));
    }

    private static List<LoadResult> loads(Supplier<LoadResult> load) {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        CyclicBarrier together = new CyclicBarrier(MANY);
        try {
            List<CompletableFuture<LoadResult>> results = IntStream.range(0, MANY)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                await(together);
                                return load.get();
                            },
                            threads))
                    .toList();
            return results.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireOnce(CliWarehouse kind, String on, List<LoadResult> results) {
        assertThat(results)
                .filteredOn(LoadResult::changed)
                .singleElement()
                .satisfies(result -> assertThat(result.entered()).isEqualTo(3));
        assertThat(results).filteredOn(result -> result.unchanged() == 3).hasSize(MANY - 1);
        ProofRecord.add(
                MANY + " loads of one marker at once, threads on " + on,
                kind.name().toLowerCase(Locale.ROOT),
                "1 loaded, " + (MANY - 1) + " found every file loaded");
    }
}
