package dev.wau.proof.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.proof.process.CliProcess;
import dev.wau.proof.process.CliProcess.Exit;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Stage;
import dev.wau.proof.process.StageLog;
import dev.wau.proof.process.Workspace;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source's file changes or goes away while it is read: left out, said, and loaded as it is by the next run. */
final class ChangingSourceIT {

    /** Large enough that its reading lasts longer than it takes to see that it has begun. */
    private static final int RECORDS = 40_000;

    private static final String FILE = "acme/acme-0001.csv";

    @TempDir
    Path folder;

    @Test
    void aFileThatGrowsWhileItIsRead() {
        try (Workspace workspace = workspace()) {
            Exit exit = runAnd(workspace, () -> workspace.exports().append(FILE));
            assertThat(exit.requireDone().err())
                    .contains("acme-0001.csv: left for the next run: changed while it was read");
            requireMended(workspace, 2);
        }
    }

    @Test
    void aFileThatGoesAwayWhileItIsRead() {
        try (Workspace workspace = workspace()) {
            Exit exit = runAnd(workspace, () -> workspace.exports().remove(FILE));
            assertThat(exit.requireDone().err())
                    .contains("acme-0001.csv: left for the next run: went away while it was read");
            requireMended(workspace, 1);
        }
    }

    @Test
    void aFileThatIsReplacedAgainAndAgain() {
        try (Workspace workspace = workspace()) {
            Consumer<CliProcess> writer = process -> {
                while (process.isAlive()) {
                    workspace.exports().append(FILE);
                }
            };
            CliProcess process = workspace.cli().start("run");
            writer.accept(process);
            assertThat(process.await().requireDone().err()).doesNotContain("Exception", "\tat ");
            requireMended(workspace, 2);
        }
    }

    private Workspace workspace() {
        return new Workspace(folder.resolve("w"), CliWarehouse.DUCKDB, new Random(5), RECORDS);
    }

    private Exit runAnd(Workspace workspace, Runnable change) {
        StageLog stages = new StageLog(folder.resolve("stages.log"));
        CliProcess process = workspace.cli().withJvm(stages.option()).start("run");
        stages.await(Stage.AGGREGATE, process);
        change.run();
        return process.await();
    }

    private static void requireMended(Workspace workspace, int markers) {
        workspace.cli().run("run").requireDone();
        assertThat(workspace.markers().look()).isEqualTo(markers);
        workspace.requireConvergence();
        workspace.requireNothingLeftBehind();
    }
}
