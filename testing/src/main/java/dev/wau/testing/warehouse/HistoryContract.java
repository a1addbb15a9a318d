package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileVersion;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import dev.wau.model.WauException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the history and queries tell. */
public abstract class HistoryContract extends WarehouseSetting {

    @Test
    void batchesAreRememberedOnceWithTheirCustomers() {
        CompletionMarker marker = marker(
                "2025-01-02",
                CustomerOutcome.Outcome.COPIED,
                CustomerOutcome.Outcome.FAILED,
                CustomerOutcome.Outcome.NOTHING_NEW);
        loads.change(transaction -> {
            assertThat(transaction.remember(marker)).isTrue();
            assertThat(transaction.remember(marker)).isFalse();
        });
        loads.change(transaction -> {
            assertThat(transaction.remember(marker)).isFalse();
            assertThat(transaction.remember(marker("2025-01-01"))).isTrue();
        });

        List<LoadHistory.HistoryBatch> batches = warehouse.history().batches();
        assertThat(batches).extracting(batch -> batch.batch().value()).containsExactly("2025-01-01", "2025-01-02");
        assertThat(batches.get(1).expected()).isEqualTo(3);
        assertThat(batches.get(1).arrived()).isEqualTo(2);
        assertThat(batches.get(1).started()).isEqualTo(marker.started());
        assertThat(batches.get(0).expected()).isZero();
    }

    @Test
    void runsAreRemembered() {
        loads.change(transaction -> {});

        LoadHistory.HistoryRun run = warehouse.history().runs().get(0);
        assertThat(run.kind()).isEqualTo(LoadRun.Kind.LOAD);
        assertThat(run.batch()).isNull();
        assertThat(run.started()).isEqualTo(Instant.parse("2025-01-01T00:00:00Z"));
        assertThat(run.summary()).isEqualTo("test");
        assertThat(run.ended()).isAfter(run.started());
    }

    /** Whenever it is written. */
    @Test
    void whatIsRememberedOfAFileIsSeenInTheSameTransaction() {
        FileId original = loads.load("acme/a.csv", HEADER + LOGIN);
        FileVersion version = TestingLoads.version("acme/b.csv", HEADER + LOGIN);
        List<Reject> rejects = List.of(new Reject(7, RejectReason.TEXT_AFTER_QUOTE, "text after a quote", null));

        FileId copy = loads.commit(transaction -> {
            FileId id = transaction.nextFileId();
            transaction.remember(id, version, FileState.COPY, null, original);
            transaction.sourceRejects(id, version, 40, rejects);
            assertThat(transaction.versions(List.of(version.key())))
                    .singleElement()
                    .satisfies(file -> assertThat(file.state()).isEqualTo(FileState.COPY))
                    .satisfies(file -> assertThat(file.counts()).isEqualTo(new FileCounts(40, 0, 40, 0)));
            transaction.sourceRejects(id, version, 50, rejects);
            transaction.remember(id, version, FileState.UNLOADED, null, null);
            return id;
        });

        assertThat(loads.history(copy).state()).isEqualTo(FileState.UNLOADED);
        assertThat(loads.history(copy).counts()).isEqualTo(FileCounts.ZERO);
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).isEmpty();
    }

    @Test
    void aFileWithRowsIsNotRememberedWithoutThem() {
        FileId file = loads.load("acme/a.csv", HEADER + LOGIN);
        FileVersion version = loads.history(file).version();

        assertThatThrownBy(() ->
                        loads.change(transaction -> transaction.remember(file, version, FileState.FAILED, "why", null)))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("it has rows");

        assertThat(loads.history(file).state()).isEqualTo(FileState.LOADED);
        assertThat(loads.table()).hasSize(1);
    }

    @Test
    void theHistoryFilters() {
        List<FileId> files = loads.load(
                "acme/a.csv", HEADER + LOGIN + "bad,x,y\n", "acme/aa.csv", HEADER, "bolt/a.csv", HEADER + "bad,x,y\n");
        loads.leave(files.get(1));

        assertThat(ids(new LoadHistory.Filter("acme", null, null, 9))).containsExactly(files.get(0), files.get(1));
        assertThat(ids(new LoadHistory.Filter(null, "a.csv", null, 9))).containsExactly(files.get(0), files.get(2));
        assertThat(ids(new LoadHistory.Filter(null, "csv/bolt/a.csv", null, 9))).containsExactly(files.get(2));
        assertThat(ids(new LoadHistory.Filter(null, null, FileState.UNLOADED, 9)))
                .containsExactly(files.get(1));
        assertThat(ids(new LoadHistory.Filter(null, null, null, 1))).containsExactly(files.get(0));
        assertThat(warehouse.history().rejects(new LoadHistory.Filter("bolt", null, null, 9)))
                .hasSize(1);
        assertThat(warehouse.history().rejects(new LoadHistory.Filter(null, null, null, 1)))
                .hasSize(1);
    }

    private List<FileId> ids(LoadHistory.Filter filter) {
        return warehouse.history().files(filter).stream().map(HistoryFile::id).toList();
    }

    @Test
    void queriesAreReadOnly() {
        loads.load("acme/a.csv", HEADER + LOGIN + LOGOUT);
        if (!tested().supportsSql()) {
            assertInvalid("SELECT 1");
            return;
        }
        assertThat(warehouse.query("SELECT event, event_time, line, NULL AS n FROM wau_audit_logs ORDER BY line", 1))
                .satisfies(result -> {
                    assertThat(result.columns()).containsExactly("event", "event_time", "line", "n");
                    assertThat(result.rows()).hasSize(1);
                    assertThat(result.rows().get(0)).containsExactly("login", "2025-01-06T08:00:00Z", 2L, null);
                    assertThat(result.more()).isTrue();
                });
        assertThat(warehouse.query("SELECT 1;", 1).more()).isFalse();
        List.of(
                        "DELETE FROM wau_audit_logs",
                        "SELECT 1; SELECT 2",
                        "COMMIT; DROP TABLE wau_runs; SELECT 1",
                        "DROP TABLE wau_runs",
                        "COPY wau_runs TO 'runs.csv'",
                        "SET threads = 1",
                        "SELECT nothing FROM nowhere",
                        "SELEC 1",
                        "")
                .forEach(this::assertInvalid);
        assertThat(loads.table()).hasSize(2);
    }

    private void assertInvalid(String sql) {
        assertThatThrownBy(() -> warehouse.query(sql, 10))
                .as(sql)
                .isInstanceOf(WauException.class)
                .extracting(error -> ((WauException) error).code())
                .isEqualTo(ErrorCode.INVALID_QUERY);
    }
}
