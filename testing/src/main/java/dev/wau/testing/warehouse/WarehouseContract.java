package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.csv.RowIdentity;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadTransaction;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every warehouse promises: the port's Javadoc as rules. Row identity is in {@link RowIdentityContract}. */
public abstract class WarehouseContract extends WarehouseSetting {

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
            assertThat(transaction.loaded(Set.of(loads.history(file).version().sha256())))
                    .extracting(HistoryFile::id)
                    .containsExactly(file, other);
            assertThat(transaction.versions(List.of())).isEmpty();
            assertThat(transaction.loaded(Set.of())).isEmpty();
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
}
