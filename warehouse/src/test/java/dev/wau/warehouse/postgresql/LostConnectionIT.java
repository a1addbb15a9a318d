package dev.wau.warehouse.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.testing.load.TestingCentralBucket;
import dev.wau.testing.network.Cut;
import dev.wau.testing.network.CuttingProxy;
import dev.wau.testing.postgresql.TestingPostgres;
import dev.wau.testing.store.MemoryObjectStore;
import dev.wau.warehouse.Access;
import dev.wau.warehouse.Warehouses;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network between a run and its server fails at the worst moments: nothing is lost, nothing is there twice. */
final class LostConnectionIT {

    private static final int RECORDS = 20_000;

    /** The statement as the driver sends it, with the byte that ends it. */
    private static final String COMMIT = "COMMIT\0";

    private String direct;
    private CuttingProxy proxy;
    private Warehouse warehouse;
    private CompletionMarker marker;
    private LoadJob job;

    @BeforeEach
    void open() throws IOException {
        direct = TestingPostgres.newSchema();
        proxy = CuttingProxy.before(TestingPostgres.port());
        warehouse = Warehouses.open(
                direct.replace(":" + TestingPostgres.port() + "/", ":" + proxy.port() + "/") + "&socketTimeout=2",
                Access.READ_WRITE,
                Duration.ofSeconds(5));
        TestingCentralBucket central = new TestingCentralBucket(new MemoryObjectStore());
        ObjectKey key = central.put("acme", "a.csv", events());
        marker = central.marker("b1", key);
        job = new LoadJob(
                central.store(), warehouse, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE);
        // The first run of all chooses the identity and adds the column, in transactions of their own.
        ObjectKey first = central.put("other", "first.csv", "timestamp,event,note", "2024-01-01 00:00:00,first,x");
        job.load(central.marker("b0", first));
    }

    private static String[] events() {
        String[] events = new String[RECORDS + 1];
        events[0] = "timestamp,event,note";
        for (int i = 1; i <= RECORDS; i++) {
            events[i] = "2025-01-06 08:00:00,login," + i + " and some text to fill the network's buffers";
        }
        return events;
    }

    @AfterEach
    void close() throws IOException {
        warehouse.close();
        proxy.close();
        TestingPostgres.drop(direct);
    }

    @Test
    void aCommitWhoseReplyIsLostIsACommit() {
        proxy.cut(Cut.at(COMMIT, Cut.Way.REPLY_LOST));

        LoadResult result = job.load(marker);

        assertThat(result.changed()).isTrue();
        assertThat(proxy.cuts()).isEqualTo(1);
        assertLoadedOnce();
    }

    @Test
    void aCommitThatTheServerNeverSawIsNone() {
        proxy.cut(Cut.at(COMMIT, Cut.Way.BEFORE_THE_SERVER_SEES));

        assertFails(ErrorCode.WAREHOUSE_FAILED, "it was rolled back and nothing of it is visible");

        assertThat(proxy.cuts()).isEqualTo(1);
        assertNothingLoaded();
        assertThat(job.load(marker).changed()).isTrue();
        assertLoadedOnce();
    }

    @Test
    void aCommitStillOnItsWayIsWaitedFor() {
        proxy.cut(Cut.late(COMMIT, Duration.ofSeconds(1)));

        LoadResult result = job.load(marker);

        assertThat(result.changed()).isTrue();
        assertThat(proxy.cuts()).isEqualTo(1);
        assertLoadedOnce();
    }

    @Test
    void aReplyThatNeverComesIsNotWaitedForForEver() {
        proxy.cut(Cut.at(COMMIT, Cut.Way.SILENCE));

        assertThat(job.load(marker).changed()).isTrue();
        assertLoadedOnce();
    }

    @Test
    void whereTheServerCannotBeAskedTheOutcomeIsUnknownAndTheNextRunFindsIt() {
        proxy.cutForGood(Cut.at(COMMIT, Cut.Way.REPLY_LOST));

        assertFails(ErrorCode.COMMIT_UNKNOWN, "Cannot tell whether run");

        proxy.heal();
        assertThat(job.load(marker).changed()).as("the next run").isFalse();
        assertLoadedOnce();
    }

    @Test
    void aConnectionCutInTheMiddleOfACopyLeavesNothing() {
        proxy.cut(Cut.after(1 << 20));

        assertFails(ErrorCode.WAREHOUSE_FAILED, "the connection is gone");

        assertThat(proxy.cuts()).isEqualTo(1);
        assertNothingLoaded();
        assertThat(job.load(marker).changed()).isTrue();
        assertLoadedOnce();
    }

    @Test
    void aConnectionCutInTheMiddleOfTheMergeLeavesNothing() {
        proxy.cut(Cut.at("INSERT INTO wau_audit_logs", Cut.Way.REPLY_LOST));

        assertFails(ErrorCode.WAREHOUSE_FAILED, "the connection is gone");

        assertThat(proxy.cuts()).isEqualTo(1);
        assertNothingLoaded();
        assertThat(job.load(marker).changed()).isTrue();
        assertLoadedOnce();
    }

    private void assertFails(ErrorCode code, String message) {
        assertThatThrownBy(() -> job.load(marker))
                .hasMessageContaining(message)
                .isInstanceOfSatisfying(
                        WauException.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    private void assertNothingLoaded() {
        LoadHistory history = warehouse.history();
        assertThat(history.runs()).hasSize(1);
        assertThat(history.files(LoadHistory.Filter.ALL)).hasSize(1);
        assertThat(count()).isEqualTo(List.of(1L));
    }

    private void assertLoadedOnce() {
        assertThat(count()).isEqualTo(List.of(1L + RECORDS));
        assertThat(warehouse.history().runs()).hasSize(2);
        assertThat(warehouse.history().inconsistencies()).isEmpty();
        assertThat(job.load(marker).changed()).isFalse();
    }

    private List<Object> count() {
        return warehouse.query("SELECT count(*) FROM wau_audit_logs", 1).rows().get(0).stream()
                .map(Object.class::cast)
                .toList();
    }
}
