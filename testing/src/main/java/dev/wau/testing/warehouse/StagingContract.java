package dev.wau.testing.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.load.ColumnPolicy;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.FileToLoad;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadTransaction;
import dev.wau.load.StagedFile;
import dev.wau.model.ErrorCode;
import dev.wau.model.FileId;
import dev.wau.model.RefusalReason;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import dev.wau.model.WauException;
import dev.wau.store.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.PipedInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What staging keeps, rejects and refuses. */
public abstract class StagingContract extends WarehouseSetting {

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
        requireNoTraceOf("extra");
    }

    @Test
    void unreadableBytesFailTheStage() {
        try (LoadTransaction transaction = warehouse.begin(loads.run())) {
            FileToLoad good = loads.file(transaction.nextFileId(), "acme/a.csv", HEADER + LOGIN);
            FileToLoad bad = withBytes(
                    loads.file(transaction.nextFileId(), "acme/b.csv", "x"), object -> new PipedInputStream());
            assertThatThrownBy(() -> transaction.stage(List.of(good, bad), TestingLoads.stage()))
                    .isInstanceOf(WauException.class)
                    .hasMessageContaining("Pipe not connected")
                    .extracting(error -> ((WauException) error).code())
                    .isEqualTo(ErrorCode.STORE_FAILED);
        }
        assertThat(loads.table()).isEmpty();
    }

    @Test
    void aHeaderChangeBetweenTheTwoOpeningsIsNoticed() {
        String[] texts = {HEADER + LOGIN, "timestamp,event,other\n2025-01-06 08:00:00,login,x\n"};
        int[] opened = {0};
        try (LoadTransaction transaction =
                warehouse.begin(loads.columns(ColumnPolicy.EVOLVE, 5).run())) {
            FileId id = transaction.nextFileId();
            FileToLoad file = withBytes(
                    loads.file(id, "acme/a.csv", texts[0]),
                    object -> new ByteArrayInputStream(texts[opened[0]++].getBytes(StandardCharsets.UTF_8)));
            assertThatThrownBy(() -> transaction.stage(List.of(file), TestingLoads.stage()))
                    .extracting(error -> ((WauException) error).code())
                    .isEqualTo(ErrorCode.OBJECT_CHANGED);
        }
    }

    private static FileToLoad withBytes(FileToLoad file, ObjectStore.Reading bytes) {
        return new FileToLoad(file.id(), file.version(), file.object(), file.rules(), bytes, null, null, 0, List.of());
    }
}
