package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.csv.RowIdentity;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.CommitOutcome;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.StagedFile;
import dev.wau.load.Warehouse;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.RefusalReason;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import dev.wau.model.RunId;
import dev.wau.model.WauException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every warehouse promises: the port's Javadoc as rules. Row identity is in {@link RowIdentityContract}. */
public abstract class WarehouseContract {

    private static final String HEADER = "timestamp,event,userId\n";
    private static final String LOGIN = "2025-01-06 08:00:00,login,ann\n";
    private static final String LOGOUT = "2025-01-06 09:00:00,logout,ann\n";

    private Warehouse warehouse;
    private TestingLoads loads;

    /** A new, empty warehouse. */
    protected abstract Warehouse create();

    /** Whether {@link Warehouse#query} works; if not, it refuses with INVALID_QUERY. */
    protected boolean supportsSql() {
        return true;
    }

    @BeforeEach
    void open() {
        warehouse = create();
        loads = new TestingLoads(warehouse);
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void recordsBecomeRows() {
        FileId file = loads.load("acme/a.csv", HEADER + LOGIN + LOGOUT);

        assertThat(loads.table())
                .containsExactly(
                        "acme 1736150400000000 {event=login, user_id=ann}",
                        "acme 1736154000000000 {event=logout, user_id=ann}");
        assertThat(loads.history(file).counts()).isEqualTo(new FileCounts(2, 2, 0, 0));
    }

    @Test
    void theHistorySaysWhatIsLoadedFromWhere() {
        FileId file = loads.load("acme/a.csv", HEADER + LOGIN + LOGOUT);

        HistoryFile row = loads.history(file);
        assertThat(row.version()).isEqualTo(TestingLoads.version("acme/a.csv", HEADER + LOGIN + LOGOUT));
        assertThat(row.state()).isEqualTo(FileState.LOADED);
        assertThat(row.firstEvent()).isEqualTo(Instant.parse("2025-01-06T08:00:00Z"));
        assertThat(row.lastEvent()).isEqualTo(Instant.parse("2025-01-06T09:00:00Z"));
        assertThat(row.error()).isNull();
        assertThat(row.copyOf()).isNull();
        assertThat(row.run()).isEqualTo(warehouse.history().runs().get(0).run());
    }

    @Test
    void aTransactionFindsVersionsByKeyAndContent() {
        FileId file = loads.load("acme/a.csv", HEADER + LOGIN);
        FileId other = loads.load("bolt/a.csv", HEADER + LOGIN);

        loads.change(transaction -> {
            ObjectKey key = new ObjectKey("csv/acme/a.csv");
            assertThat(transaction.versions(List.of(key, new ObjectKey("csv/acme/none.csv"))))
                    .extracting(HistoryFile::id)
                    .containsExactly(file);
            assertThat(transaction.loaded(
                            new Customer("bolt"),
                            Set.of(loads.history(file).version().sha256())))
                    .extracting(HistoryFile::id)
                    .containsExactly(other);
            assertThat(transaction.versions(List.of())).isEmpty();
            assertThat(transaction.loaded(new Customer("acme"), Set.of())).isEmpty();
        });
    }

    @Test
    void aSupersededVersionLeavesAsTheNewOneEnters() {
        FileId old = loads.load("acme/a.csv", HEADER + LOGIN);
        FileId next = loads.commit(transaction -> {
            FileToLoad file = loads.file(transaction.nextFileId(), "acme/a.csv", HEADER + LOGIN + LOGOUT);
            List<StagedFile> staged = transaction.stage(List.of(file), TestingLoads.stage());
            transaction.leave(List.of(old), FileState.SUPERSEDED);
            assertThat(transaction.enter(staged)).containsExactly(new FileCounts(2, 2, 0, 0));
            return file.id();
        });

        assertThat(loads.table()).hasSize(2);
        assertThat(loads.history(old).state()).isEqualTo(FileState.SUPERSEDED);
        assertThat(loads.history(old).counts()).isEqualTo(FileCounts.ZERO);
        loads.change(transaction -> assertThat(transaction.versions(List.of(new ObjectKey("csv/acme/a.csv"))))
                .extracting(HistoryFile::id)
                .containsExactly(old, next));
    }

    @Test
    void anUnloadedVersionComesBackUnderItsNumber() {
        FileId file = loads.load("acme/a.csv", HEADER + LOGIN);
        loads.leave(file);
        assertThat(loads.table()).isEmpty();

        loads.change(transaction -> {
            List<StagedFile> staged =
                    transaction.stage(List.of(loads.file(file, "acme/a.csv", HEADER + LOGIN)), TestingLoads.stage());
            transaction.enter(staged);
        });

        assertThat(loads.table()).hasSize(1);
        assertThat(warehouse.history().files(LoadHistory.Filter.ALL)).hasSize(1);
    }

    @Test
    void emptyFilesAndNoFilesAreFine() {
        FileId empty = loads.load("acme/empty.csv", HEADER);
        loads.change(transaction -> {
            assertThat(transaction.stage(List.of(), TestingLoads.stage())).isEmpty();
            assertThat(transaction.enter(List.of())).isEmpty();
            transaction.leave(List.of(), FileState.UNLOADED);
        });

        assertThat(loads.history(empty).counts()).isEqualTo(FileCounts.ZERO);
        assertThat(loads.history(empty).firstEvent()).isNull();
        assertThat(loads.table()).isEmpty();
    }

    @Test
    void rejectsAreKeptWithLineReasonAndText() {
        FileId file =
                loads.load("acme/a.csv", HEADER + "yesterday,login,ann\n" + LOGIN + "2025-01-06 08:00:00,login\n");

        assertThat(loads.history(file).counts()).isEqualTo(new FileCounts(3, 1, 2, 0));
        List<LoadHistory.HistoryReject> rejects = warehouse.history().rejects(LoadHistory.Filter.ALL);
        assertThat(rejects).extracting(LoadHistory.HistoryReject::line).containsExactly(2L, 4L);
        assertThat(rejects)
                .extracting(LoadHistory.HistoryReject::reason)
                .containsExactly(RejectReason.BAD_TIME, RejectReason.WRONG_FIELD_COUNT);
        assertThat(rejects).extracting(LoadHistory.HistoryReject::stage).containsOnly("load");
        assertThat(rejects.get(0).raw()).contains("yesterday,login,ann");
        assertThat(rejects.get(0).message()).isNotEmpty();
        assertThat(rejects.get(0).file().id()).isEqualTo(file);
    }

    @Test
    void aFileFullOfRejectsKeepsThemAll() {
        FileId file = loads.load("acme/a.csv", HEADER + "bad,login,ann\n".repeat(5_000));

        assertThat(loads.history(file).counts()).isEqualTo(new FileCounts(5_000, 0, 5_000, 0));
        List<LoadHistory.HistoryReject> rejects = warehouse.history().rejects(LoadHistory.Filter.ALL);
        assertThat(rejects).hasSize(5_000);
        assertThat(rejects.get(4_999).line()).isEqualTo(5_001);
        loads.leave(file);
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).isEmpty();
    }

    @Test
    void rejectsOfAggregationAreCountedAndEnteredWithoutText() {
        Reject reject = new Reject(7, RejectReason.TEXT_AFTER_QUOTE, "text after a quote", "secret");
        FileId id = loads.commit(transaction -> {
            FileToLoad file = loads.file(transaction.nextFileId(), "acme/a.csv", HEADER + LOGIN, 40, List.of(reject));
            transaction.enter(transaction.stage(List.of(file), TestingLoads.stage()));
            return file.id();
        });

        assertThat(loads.history(id).counts()).isEqualTo(new FileCounts(41, 1, 40, 0));
        LoadHistory.HistoryReject row =
                warehouse.history().rejects(LoadHistory.Filter.ALL).get(0);
        assertThat(row.stage()).isEqualTo("aggregate");
        assertThat(row.line()).isEqualTo(7);
        assertThat(row.raw()).isNull();
    }

    @Test
    void aRefusedFileLeavesNothing() {
        String lost = HEADER + LOGIN.repeat(3_000) + "2025-01-06 08:00:00,\"" + "x".repeat(9 << 20);
        loads.change(transaction -> {
            FileId id = transaction.nextFileId();
            StagedFile staged = transaction
                    .stage(List.of(loads.file(id, "acme/lost.csv", lost)), TestingLoads.stage())
                    .get(0);
            assertThat(Objects.requireNonNull(staged.refusal()).reason()).isEqualTo(RefusalReason.LOST_IN_QUOTES);
            transaction.enter(List.of());
            transaction.remember(id, staged.file().version(), FileState.FAILED, "lost-in-quotes: why", null);
        });

        assertThat(loads.table()).isEmpty();
        HistoryFile row = warehouse.history().files(LoadHistory.Filter.ALL).get(0);
        assertThat(row.state()).isEqualTo(FileState.FAILED);
        assertThat(row.error()).isEqualTo("lost-in-quotes: why");
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).isEmpty();
    }

    @Test
    void aRefusedFileDoesNotStopTheOthers() {
        List<FileId> files = loads.load(
                "acme/a.csv", HEADER + LOGIN, "acme/none.csv", "", "acme/odd.csv", "event,userId\nlogin,ann\n");

        assertThat(loads.table()).hasSize(1);
        assertThat(loads.loaded()).extracting(HistoryFile::id).containsExactly(files.get(0));
    }

    @Test
    void stagedFilesThatDoNotEnterAreDropped() {
        loads.change(transaction -> {
            FileToLoad one = loads.file(transaction.nextFileId(), "acme/a.csv", HEADER + LOGIN);
            FileToLoad two = loads.file(
                    transaction.nextFileId(),
                    "acme/b.csv",
                    "timestamp,event,userId,extra\n2025-01-06 08:00:00,login,ann,x\nbad,,,\n");
            List<StagedFile> staged = transaction.stage(List.of(one, two), TestingLoads.stage());
            assertThat(staged).extracting(StagedFile::file).containsExactly(one, two);
            transaction.enter(List.of(staged.get(0)));
        });

        assertThat(loads.table()).hasSize(1);
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).isEmpty();
        try (var rows = warehouse.history().rows(loads.loaded().get(0).id())) {
            assertThat(rows.columns()).doesNotContain("extra");
        }
    }

    @Test
    void unreadableBytesFailTheStage() {
        try (LoadTransaction transaction = warehouse.begin(loads.run())) {
            FileToLoad good = loads.file(transaction.nextFileId(), "acme/a.csv", HEADER + LOGIN);
            FileToLoad bad = new FileToLoad(
                    transaction.nextFileId(),
                    TestingLoads.version("acme/b.csv", "x"),
                    rejects -> {
                        throw new IOException("disk on fire");
                    },
                    0,
                    List.of());
            assertThatThrownBy(() -> transaction.stage(List.of(good, bad), TestingLoads.stage()))
                    .isInstanceOf(WauException.class)
                    .hasMessageContaining("disk on fire")
                    .extracting(error -> ((WauException) error).code())
                    .isEqualTo(ErrorCode.STORE_FAILED);
        }
        assertThat(loads.table()).isEmpty();
    }

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
        try (var rows = warehouse.history().rows(loads.loaded().get(0).id())) {
            assertThat(rows.columns()).doesNotContain("extra");
        }
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
    void aFileThatEntersAgainKeepsItsCopies() {
        FileId original = loads.load("acme/a.csv", HEADER + LOGIN);
        FileId copy = loads.copy("acme/copy.csv", HEADER + LOGIN, original);

        loads.change(transaction -> {
            List<StagedFile> staged = transaction.stage(
                    List.of(loads.file(original, "acme/a.csv", HEADER + LOGIN)), TestingLoads.stage());
            transaction.leave(List.of(original), FileState.LOADED);
            transaction.enter(staged);
        });

        assertThat(loads.table()).hasSize(1);
        assertThat(loads.history(original).state()).isEqualTo(FileState.LOADED);
        assertThat(loads.history(copy).state()).isEqualTo(FileState.COPY);
        assertThat(loads.history(copy).copyOf()).isEqualTo(original);
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

    @Test
    void aCopyTakesOverWhenItsOriginalLeaves() {
        String text = HEADER + LOGIN + LOGOUT + "bad,x,y\n";
        FileId original = loads.load("acme/a.csv", text);
        FileId copy = loads.copy("acme/b.csv", text, original);
        FileId second = loads.copy("acme/c.csv", text, original);
        FileId other = loads.load("acme/d.csv", HEADER + LOGIN);
        List<String> before = loads.table();
        FileCounts counts = loads.history(original).counts();

        loads.leave(original);

        assertThat(loads.table()).isEqualTo(before);
        assertThat(loads.history(original).state()).isEqualTo(FileState.UNLOADED);
        assertThat(loads.history(copy).state()).isEqualTo(FileState.LOADED);
        assertThat(loads.history(copy).counts()).isEqualTo(counts);
        assertThat(loads.history(copy).copyOf()).isNull();
        assertThat(loads.history(second).copyOf()).isEqualTo(copy);
        assertThat(loads.history(other).counts().suppressed()).isEqualTo(1);
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL))
                .allSatisfy(reject -> assertThat(reject.file().id()).isEqualTo(copy));
        loads.leave(copy, other);
        assertThat(loads.table()).hasSize(2);
        loads.leave(second);
        assertThat(loads.table()).isEmpty();
    }

    @Test
    void whatIsNotLoadedCannotLeave() {
        try (LoadTransaction transaction = warehouse.begin(loads.run())) {
            assertThatThrownBy(() -> transaction.leave(List.of(new FileId(7)), FileState.UNLOADED))
                    .hasMessageContaining("7")
                    .extracting(error -> ((WauException) error).code())
                    .isEqualTo(ErrorCode.INTERNAL);
        }
    }

    @Test
    void anotherRowIdentityIsRefused() {
        loads.load("acme/a.csv", HEADER + LOGIN);

        assertThatThrownBy(() -> loads.identity(RowIdentity.NONE).load("acme/b.csv", HEADER + LOGIN))
                .hasMessage("Invalid duplicates: none (this warehouse began with fingerprint; keep that, or load into a"
                        + " new warehouse)")
                .extracting(error -> ((WauException) error).code())
                .isEqualTo(ErrorCode.INVALID_CONFIGURATION);
        loads.identity(RowIdentity.FINGERPRINT).load("acme/b.csv", HEADER + LOGIN);
    }

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

    private static CompletionMarker marker(String batch, CustomerOutcome.Outcome... outcomes) {
        List<CustomerOutcome> customers = new java.util.ArrayList<>();
        for (CustomerOutcome.Outcome outcome : outcomes) {
            customers.add(new CustomerOutcome(new Customer("customer" + customers.size()), outcome, 1, "why"));
        }
        Instant time = Instant.parse(batch + "T00:00:00.123456Z");
        return new CompletionMarker(new BatchId(batch), time, time.plusSeconds(60), customers, List.of());
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
    void aHeaderChangeBetweenTheTwoOpeningsIsNoticed() {
        String[] texts = {HEADER + LOGIN, "timestamp,event,other\n2025-01-06 08:00:00,login,x\n"};
        int[] opened = {0};
        try (LoadTransaction transaction =
                warehouse.begin(loads.columns(ColumnPolicy.EVOLVE, 5).run())) {
            FileId id = transaction.nextFileId();
            FileToLoad file = new FileToLoad(
                    id,
                    TestingLoads.version("acme/a.csv", texts[0]),
                    rejects -> loads.file(id, "acme/a.csv", texts[opened[0]++])
                            .opener()
                            .open(rejects),
                    0,
                    List.of());
            assertThatThrownBy(() -> transaction.stage(List.of(file), TestingLoads.stage()))
                    .extracting(error -> ((WauException) error).code())
                    .isEqualTo(ErrorCode.OBJECT_CHANGED);
        }
    }

    @Test
    void queriesAreReadOnly() {
        loads.load("acme/a.csv", HEADER + LOGIN + LOGOUT);
        if (!supportsSql()) {
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
