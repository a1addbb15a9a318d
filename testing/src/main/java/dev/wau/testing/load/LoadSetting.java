package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.csv.RowIdentity;
import dev.wau.load.FileAction;
import dev.wau.load.FileState;
import dev.wau.load.Finding;
import dev.wau.load.HistoryFile;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.Verifier;
import dev.wau.load.Warehouse;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.RejectReason;
import dev.wau.progress.Progress;
import dev.wau.testing.store.MemoryObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A central bucket, an empty warehouse, and few words for loads into it. */
abstract class LoadSetting {

    static final String HEADER = "timestamp,event,userId";
    static final Reject BAD_TIME = new Reject(7, RejectReason.BAD_TIME, "not a time", null);

    TestingCentralBucket central;
    Warehouse warehouse;

    /** A new, empty warehouse. */
    protected abstract Warehouse newWarehouse();

    @BeforeEach
    void open() {
        central = new TestingCentralBucket(new MemoryObjectStore());
        warehouse = newWarehouse();
    }

    @AfterEach
    void close() {
        warehouse.close();
    }

    ObjectKey put(String name, String... records) {
        return central.put("acme", name, lines(records));
    }

    static String[] lines(String... records) {
        String[] lines = new String[records.length + 1];
        lines[0] = HEADER;
        System.arraycopy(records, 0, lines, 1, records.length);
        return lines;
    }

    static String event(int second, String event, String user) {
        return "2025-06-30 12:00:0" + second + "," + event + "," + user;
    }

    LoadJob job() {
        return job(warehouse, Policies.DEFAULT);
    }

    /** The standard ones, but for these. */
    static Policies policies(Policies.SameKey sameKey, RowIdentity duplicates) {
        Policies standard = Policies.DEFAULT;
        return new Policies(
                standard.missingCustomers(),
                sameKey,
                duplicates,
                standard.columns(),
                standard.maxColumns(),
                standard.maxRejectRatio());
    }

    LoadJob job(Warehouse into, Policies policies) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2025-07-01T00:00:00Z"));
        return new LoadJob(central.store(), into, policies, Limits.DEFAULT, clock, Progress.NONE);
    }

    void assertClean() {
        assertThat(verify(warehouse)).isEmpty();
    }

    List<Finding> verify(Warehouse checked) {
        return verifier(checked).verify(LoadHistory.Filter.ALL).findings().stream()
                .filter(finding -> finding.kind() != Finding.Kind.NOT_LOADED)
                .filter(finding -> finding.kind() != Finding.Kind.MARKER_GONE)
                .toList();
    }

    Verifier verifier(Warehouse checked) {
        return new Verifier(central.store(), checked.history(), Policies.DEFAULT, Limits.DEFAULT, Progress.NONE);
    }

    List<String> rows() {
        return TableContents.of(warehouse);
    }

    List<FileState> states() {
        return warehouse.history().files(LoadHistory.Filter.ALL).stream()
                .map(HistoryFile::state)
                .toList();
    }

    HistoryFile file(String name) {
        List<HistoryFile> versions = warehouse.history().files(new LoadHistory.Filter(null, name, null, 100));
        return versions.get(versions.size() - 1);
    }

    static List<FileAction> actions(LoadResult result) {
        return result.files().stream().map(file -> file.action()).toList();
    }
}
