package dev.wau.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.load.LoadHistory;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.warehouse.TestingLoads;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, one file. */
final class DuckDbProcessesIT {

    @TempDir
    Path folder;

    @Test
    void whoHoldsTheFileIsNamed() throws IOException {
        String url = "jdbc:duckdb:" + folder.resolve("wau.duckdb");
        Process other = HoldingProcess.start(url);
        try {
            for (Access access : Access.values()) {
                assertThatThrownBy(() -> Warehouses.open(url, access, Duration.ofMillis(300)))
                        .hasMessageContaining("process " + other.pid() + " holds it")
                        .isInstanceOfSatisfying(
                                WauException.class,
                                error -> assertThat(error.code()).isEqualTo(ErrorCode.BUSY));
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void whoWaitsGetsTheFileWhenTheOtherIsDone() throws Exception {
        String url = "jdbc:duckdb:" + folder.resolve("wau.duckdb");
        Process other = HoldingProcess.start(url);
        try {
            CompletableFuture<Integer> runs = CompletableFuture.supplyAsync(() -> {
                try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE, Duration.ofMinutes(1))) {
                    return warehouse.history().runs().size();
                }
            });
            Thread.sleep(300);
            assertThat(runs).isNotDone();
            other.outputWriter().close();
            assertThat(runs.get(1, TimeUnit.MINUTES)).isZero();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void whoDiesInTheMiddleLeavesNothing() throws Exception {
        String url = "jdbc:duckdb:" + folder.resolve("wau.duckdb");
        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            new TestingLoads(warehouse).load("acme/a.csv", "timestamp,event\n2025-01-06 08:00:00,login\n");
        }
        Process other = HoldingProcess.start(url);
        other.destroyForcibly().waitFor();

        try (Warehouse warehouse = Warehouses.open(url, Access.READ_WRITE)) {
            TestingLoads loads = new TestingLoads(warehouse);
            loads.requireAccounting();
            assertThat(loads.table()).hasSize(1);
            assertThat(warehouse.history().runs()).hasSize(1);
            assertThat(warehouse.history().files(LoadHistory.Filter.ALL)).hasSize(1);
            loads.load("acme/big.csv", HoldingProcess.FILE);
            assertThat(loads.table()).hasSize(200_001);
        }
    }
}
