package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.CustomerOutcome;
import dev.wau.load.CommitOutcome;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.model.RunId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Everything of a run, or nothing; one run at a time. */
public abstract class TransactionContract extends WarehouseSetting {

    @Test
    void rollbackLeavesNothing() {
        loads.load("acme/a.csv", HEADER + LOGIN);
        List<String> before = loads.table();
        LoadRun run = loads.run();
        try (LoadTransaction transaction = warehouse.begin(run)) {
            FileToLoad file = loads.file(
                    transaction.nextFileId(),
                    "acme/b.csv",
                    "timestamp,event,extra\n2025-01-07 08:00:00,login,x\nbad,x,y\n");
            transaction.enter(transaction.stage(List.of(file), TestingLoads.stage()));
            transaction.leave(List.of(loads.loaded().get(0).id()), FileState.UNLOADED);
            transaction.remember(marker("2025-01-01", CustomerOutcome.Outcome.COPIED));
        }

        assertThat(loads.table()).isEqualTo(before);
        assertThat(warehouse.outcome(run.id())).isEqualTo(CommitOutcome.ROLLED_BACK);
        assertThat(warehouse.history().batches()).isEmpty();
        assertThat(warehouse.history().runs()).hasSize(1);
        assertThat(warehouse.history().files(LoadHistory.Filter.ALL)).hasSize(1);
        requireNoTraceOf("extra");
    }

    @Test
    void theFirstTransactionOfAllMayBeRolledBack() {
        try (LoadTransaction transaction = warehouse.begin(loads.run())) {
            FileToLoad file = loads.file(transaction.nextFileId(), "acme/a.csv", HEADER + LOGIN);
            transaction.enter(transaction.stage(List.of(file), TestingLoads.stage()));
        }

        loads.load("acme/a.csv", HEADER + LOGIN);

        assertThat(loads.table()).hasSize(1);
    }

    @Test
    void nothingIsSeenBeforeTheCommitAndAllAtOnceAfter() {
        LoadRun run = loads.run();
        try (LoadTransaction transaction = warehouse.begin(run)) {
            FileToLoad file = loads.file(transaction.nextFileId(), "acme/b.csv", HEADER + LOGIN);
            transaction.enter(transaction.stage(List.of(file), TestingLoads.stage()));
            assertThat(loads.table()).isEmpty();
            assertThat(warehouse.history().runs()).isEmpty();
            assertThat(warehouse.outcome(run.id())).isNotEqualTo(CommitOutcome.COMMITTED);
            assertThat(transaction.commit("1 file")).isEqualTo(CommitOutcome.COMMITTED);
            assertThat(loads.table()).hasSize(1);
        }
        assertThat(warehouse.outcome(run.id())).isEqualTo(CommitOutcome.COMMITTED);
        assertThat(warehouse.outcome(RunId.random())).isEqualTo(CommitOutcome.ROLLED_BACK);
    }

    @Test
    void oneTransactionAtATime() throws Exception {
        CompletableFuture<LoadTransaction> second;
        try (LoadTransaction first = warehouse.begin(loads.run())) {
            second = CompletableFuture.supplyAsync(() -> warehouse.begin(loads.run()));
            Thread.sleep(100);
            assertThat(second).isNotDone();
            assertThat(first.commit("first")).isEqualTo(CommitOutcome.COMMITTED);
        }
        try (LoadTransaction transaction = second.get(10, TimeUnit.SECONDS)) {
            assertThat(transaction.commit("second")).isEqualTo(CommitOutcome.COMMITTED);
        }
        assertThat(warehouse.history().runs()).hasSize(2);
    }
}
