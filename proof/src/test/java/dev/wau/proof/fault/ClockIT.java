package dev.wau.proof.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.aggregate.Aggregator;
import dev.wau.collect.Connectors;
import dev.wau.config.WauConfig;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.LocalLoadEngine;
import dev.wau.load.Warehouse;
import dev.wau.model.ObjectKey;
import dev.wau.progress.Progress;
import dev.wau.proof.process.CliWarehouse;
import dev.wau.proof.process.Workspace;
import dev.wau.store.LocalFolder;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock was ahead, or goes back under a run: order and contents stay right. */
final class ClockIT {

    private final Workspace workspace;
    private final WauConfig config;

    ClockIT(@TempDir Path folder) {
        workspace = new Workspace(folder.resolve("w"), CliWarehouse.DUCKDB, new Random(6), 300);
        config = workspace.config();
    }

    @Test
    void aClockThatWasAYearAheadAndIsPutRight() throws SQLException {
        InstantSource ahead = () -> Instant.now().plus(Duration.ofDays(365));
        aggregateAndLoad(ahead);
        aYearLater("wau_files", "changed_at");
        aYearLater("wau_runs", "started_at");
        aYearLater("wau_runs", "ended_at");
        for (int round = 0; round < 2; round++) {
            List<String> before = workspace.markers().names();
            workspace.exports().change();
            workspace.cli().run("run").requireDone();
            assertThat(workspace.markers().names())
                    .hasSize(before.size() + 1)
                    .startsWith(before.toArray(new String[0]));
        }
        requireOrder(3);
    }

    @Test
    void aClockThatGoesBackUnderARun() {
        AtomicLong ticks = new AtomicLong();
        InstantSource back = () -> Instant.parse("2026-03-01T00:00:00Z").minusSeconds(600 * ticks.incrementAndGet());
        for (int round = 0; round < 3; round++) {
            aggregateAndLoad(back);
            assertThat(workspace.markers().look()).isEqualTo(round + 1);
            workspace.exports().change();
        }
        aggregateAndLoad(back);
        requireOrder(4);
    }

    private void aggregateAndLoad(InstantSource clock) {
        LocalFolder central = new LocalFolder(config.central().location().folder());
        new Aggregator(
                        config,
                        central,
                        customer -> Connectors.folders(clock).source(customer.source()),
                        clock,
                        Progress.NONE,
                        2)
                .run();
        List<String> markers = workspace.markers().names();
        try (Warehouse warehouse = Warehouses.open(workspace.url(), Access.READ_WRITE)) {
            LoadJob job = new LoadJob(central, warehouse, config.policies(), config.limits(), clock, Progress.NONE);
            new LocalLoadEngine(central, job).run(new ObjectKey(markers.get(markers.size() - 1)));
        }
    }

    private void aYearLater(String table, String column) throws SQLException {
        try (Connection connection = DriverManager.getConnection(workspace.url());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE " + table + " SET " + column + " = " + column + " + INTERVAL 1 YEAR");
        }
    }

    /** Runs and versions stand in the order in which they came, and the table is right. */
    private void requireOrder(int runs) {
        workspace.requireConvergence();
        try (Warehouse warehouse = Warehouses.open(workspace.url(), Access.READ_ONLY)) {
            assertThat(warehouse.history().runs())
                    .hasSize(runs)
                    .extracting("batch")
                    .isSorted();
            List<HistoryFile> files = warehouse.history().files(LoadHistory.Filter.ALL);
            List<Instant> changes = files.stream()
                    .filter(HistoryFile::isLive)
                    .sorted(Comparator.comparing(HistoryFile::id))
                    .map(HistoryFile::changed)
                    .toList();
            assertThat(changes.get(changes.size() - 1))
                    .isEqualTo(changes.stream().max(Comparator.naturalOrder()).get());
        }
        workspace.requireAccounted();
    }
}
