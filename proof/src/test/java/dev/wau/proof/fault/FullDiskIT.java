package dev.wau.proof.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wau.proof.ProofRecord;
import dev.wau.proof.process.CliProcess.Exit;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room where something is written: said clearly, nothing half-written, and mended by room and another run. */
final class FullDiskIT {

    private static final String NO_ROOT = "Skipped: this user can't mount a small disk; the file size limit stands in";

    @TempDir
    Path folder;

    @Test
    void ofTheCentralBucket() throws IOException {
        try (Workspace workspace = workspace(4_000)) {
            Optional<SmallDisk> mounted = SmallDisk.on(workspace.folder().resolve("central"), "1200k");
            assumeTrue(mounted.isPresent(), NO_ROOT);
            try (SmallDisk disk = mounted.get()) {
                Exit exit = workspace.cli().run("run");
                requireClear(exit);
                assertThat(exit.err())
                        .containsPattern("Cannot write .*central/(csv|state|complete)/")
                        .contains("The disk is full: free some space and run again; nothing half-written was left.");
                assertThat(workspace.markers().look()).isZero();
                disk.grow("64m");
                requireMended(workspace);
            }
        }
    }

    @Test
    void ofTheWarehouse() throws IOException {
        Path small = folder.resolve("small");
        Optional<SmallDisk> mounted = SmallDisk.on(small, "2m");
        assumeTrue(mounted.isPresent(), NO_ROOT);
        try (SmallDisk disk = mounted.get();
                Workspace workspace = new Workspace(
                        folder.resolve("w"),
                        CliWarehouse.DUCKDB,
                        CliWarehouse.DUCKDB.url(small),
                        new Random(2),
                        8_000)) {
            Exit exit = workspace.cli().run("run");
            requireClear(exit);
            assertThat(exit.err()).containsIgnoringCase("no space left on device");
            assertThat(workspace.markers().look()).isEqualTo(1);
            disk.grow("128m");
            requireMended(workspace);
        }
    }

    /** Needs no right at all: no file of the process may grow beyond so many blocks of 512 bytes. */
    @Test
    void aFileMayNotGrow() {
        try (Workspace workspace = workspace(4_000)) {
            Exit exit = limited(workspace, 400, "aggregate");
            requireClear(exit);
            assertThat(exit.err())
                    .containsPattern("Cannot write .*central/csv/.*csv: ")
                    .contains("File too large");
            assertThat(workspace.markers().look()).isZero();
            workspace.aggregate();

            // Not even its head has room: no half of a warehouse stays in the way of the next run.
            requireClear(limited(workspace, 20, "load"));
            assertThat(workspace.folder().resolve("wau.duckdb")).doesNotExist();
            Exit load = limited(workspace, 2_000, "load");
            requireClear(load);
            assertThat(load.err())
                    .contains("Cannot commit run ", "nothing of it is visible (mend the cause and run it again)")
                    .contains("wau.duckdb", "File too large");
            requireMended(workspace);
        }
    }

    /** The disk is full a little later each time: in staging, in the commit, in the checkpoint at the end. */
    @Test
    @Tag("long")
    void whereverTheRoomEnds() {
        try (Workspace workspace = workspace(4_000)) {
            workspace.aggregate();
            int failed = 0;
            Exit exit = limited(workspace, 20, "load");
            for (int blocks = 200; exit.code() != 0 && blocks < 20_000; blocks += 500) {
                requireClear(exit);
                failed++;
                exit = limited(workspace, blocks, "load");
            }
            assertThat(failed).isGreaterThan(3);
            requireMended(workspace);
        }
    }

    private static Exit limited(Workspace workspace, int blocks, String command) {
        return workspace
                .cli()
                .behind("sh", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "sh")
                .run(command);
    }

    private Workspace workspace(int records) {
        return new Workspace(folder.resolve("w"), CliWarehouse.DUCKDB, new Random(1), records);
    }

    private static void requireClear(Exit exit) {
        assertThat(exit.code()).as(exit.toString()).isEqualTo(3);
        assertThat(exit.err()).doesNotContain("Exception", "\tat ", "defect of wau");
    }

    private static void requireMended(Workspace workspace) {
        workspace.cli().run("run").requireDone();
        workspace.requireConvergence();
        workspace.requireNothingLeftBehind();
        workspace.requireAccounted();
        ProofRecord.add("faults: full disk", "duckdb", "failed clearly, mended by the next run, 0 differences");
    }
}
