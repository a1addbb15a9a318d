package dev.wau.proof.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.load.Warehouse;
import dev.wau.proof.process.CliProcess;
import dev.wau.proof.process.CliProcess.Exit;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Workspace;
import dev.wau.store.LocalFolder;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedded warehouse that this process holds, and others that want it. */
final class WaitingIT {

    private final Workspace workspace;
    private final String holder = "process " + ProcessHandle.current().pid() + " holds it";

    WaitingIT(@TempDir Path folder) {
        workspace = new Workspace(folder.resolve("w"), CliWarehouse.DUCKDB, new Random(10), 500);
    }

    @BeforeEach
    void aggregate() {
        workspace.aggregate();
    }

    @Test
    void aLoadSaysWhomItWaitsForAndLoadsWhenTheOtherIsDone() throws InterruptedException {
        CliProcess load;
        try (Warehouse held = hold()) {
            load = workspace.cli().start("load");
            while (load.isAlive() && load.err().isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(load.isAlive()).isTrue();
            assertThat(load.err()).isEqualTo("waiting for the warehouse: " + holder + "\n");
            assertThat(held.history().runs()).isEmpty();
        }
        assertThat(load.await().requireDone().out()).contains("3 new");
        workspace.requireConvergence();
    }

    @Test
    void whoWillNotWaitSaysWhoHoldsItAndFails() {
        try (Warehouse held = hold()) {
            assertThat(held.history().runs()).isEmpty();
            for (String command : new String[] {"load", "history"}) {
                Exit exit = workspace.cli().run(command, "--wait", "0");
                assertThat(exit.code()).as(command).isEqualTo(3);
                assertThat(exit.err())
                        .contains("Cannot open the warehouse ", holder, "try again when it is done")
                        .doesNotContain("Exception", "\tat ", "waiting for");
            }
            assertThat(workspace.cli().run("load", "--wait", "2s").err())
                    .contains("waiting for the warehouse: " + holder, "waited 2 s");
        }
        workspace.cli().run("load").requireDone();
        workspace.requireConvergence();
        workspace.requireAccounted();
    }

    @Test
    void waitingCanBeStopped() throws InterruptedException {
        try (Warehouse held = hold()) {
            CliProcess load = workspace.cli().start("load");
            while (load.isAlive() && load.err().isEmpty()) {
                Thread.sleep(20);
            }
            Exit exit = load.terminate();
            assertThat(held.history().runs()).isEmpty();
            assertThat(exit.code()).isEqualTo(143);
            assertThat(exit.err()).endsWith("the same command goes on from there.\n");
        }
        workspace.cli().run("load").requireDone();
        workspace.requireConvergence();
    }

    @Test
    void aSecondAggregateSaysWhoIsAtWork() {
        workspace.exports().change();
        ObjectStore.Hold hold = new LocalFolder(workspace.folder().resolve("central")).hold("aggregate");
        try {
            Exit exit = workspace.cli().run("aggregate");
            assertThat(exit.code()).isEqualTo(3);
            assertThat(exit.err())
                    .startsWith("Cannot aggregate in ")
                    .contains("process " + ProcessHandle.current().pid() + " does it")
                    .doesNotContain("Exception");
        } finally {
            hold.close();
        }
        assertThat(workspace.markers().look()).isEqualTo(1);
        workspace.cli().run("run").requireDone();
        workspace.requireConvergence();
    }

    private Warehouse hold() {
        return Warehouses.open(workspace.url(), Access.READ_WRITE);
    }
}
