package dev.wau.proof.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.proof.ProofRecord;
import dev.wau.proof.process.CliProcess;
import dev.wau.proof.process.CliProcess.Exit;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many processes at once on one central bucket and one warehouse. */
final class ProcessesIT {

    private static final int MANY = 8;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void eightLoadsOfOneMarkerLoadEveryFileOnceAndAllSucceed(CliWarehouse kind) {
        try (Workspace workspace = new Workspace(folder.resolve("w"), kind, new Random(8), 2_000)) {
            workspace.aggregate();
            String marker = workspace.markers().names().get(0);
            List<Exit> exits = all(workspace, "load", marker);
            assertThat(exits).allSatisfy(Exit::requireDone);
            assertThat(exits)
                    .filteredOn(exit -> exit.out().contains(" loaded, "))
                    .hasSize(1);
            assertThat(exits)
                    .filteredOn(exit -> exit.out().contains("3 already loaded: nothing new"))
                    .hasSize(MANY - 1);
            workspace.requireConvergence();
            workspace.requireNothingLeftBehind();
            workspace.requireAccounted();
            ProofRecord.add(
                    MANY + " loads of one marker at once, processes",
                    kind.name().toLowerCase(Locale.ROOT),
                    "1 loaded, " + (MANY - 1) + " said \"already loaded\", all ended with 0");
        }
    }

    /** The hold on the central bucket is the same for every warehouse. */
    @Test
    void eightWholeRunsAtOnceConverge() {
        try (Workspace workspace = new Workspace(folder.resolve("w"), CliWarehouse.DUCKDB, new Random(9), 2_000)) {
            List<Exit> exits = all(workspace, "run");
            // Who finds the central bucket taken says by whom; the others' batch is theirs too.
            assertThat(exits).filteredOn(exit -> exit.code() != 0).allSatisfy(exit -> {
                assertThat(exit.code()).isEqualTo(3);
                assertThat(exit.err()).containsPattern("Cannot aggregate in .*: process [0-9]+ does it ");
            });
            assertThat(exits).anyMatch(exit -> exit.code() == 0);
            workspace.requireConvergence();
            workspace.requireNothingLeftBehind();
            workspace.requireAccounted();
            assertThat(workspace.markers().look()).isEqualTo(1);
        }
    }

    private static List<Exit> all(Workspace workspace, String... command) {
        List<CliProcess> processes = IntStream.range(0, MANY)
                .mapToObj(i -> workspace.cli().start(command))
                .toList();
        return processes.stream().map(CliProcess::await).toList();
    }
}
