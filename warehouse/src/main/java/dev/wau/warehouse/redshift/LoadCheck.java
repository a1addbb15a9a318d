package dev.wau.warehouse.redshift;

import dev.wau.analyse.ActivityStore;
import dev.wau.analyse.Report;
import dev.wau.analyse.ReportRequest;
import dev.wau.analyse.ReportTable;
import dev.wau.analyse.Reports;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.ColumnPolicy;
import dev.wau.load.FileCounts;
import dev.wau.load.Finding;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
import dev.wau.load.Verifier;
import dev.wau.load.Warehouse;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.warehouse.WarehouseSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Loads two small files that overlap, and looks whether all that a warehouse promises of them holds. Used by one thread. */
final class LoadCheck implements AutoCloseable {

    /** Two equal records, one that the other file has too, one that is no record; a header that goes to the details. */
    private static final String FIRST = """
            timestamp,event,userId,note,customer
            2025-01-06 10:00:00,login,ann,"first, with a comma",doctor
            2025-01-06 10:00:00,login,ann,"first, with a comma",doctor
            2025-01-07 10:00:00.123456,view,bob,,doctor
            yesterday,view,bob,,doctor
            """;

    private static final String SECOND = """
            timestamp,event,userId,customer
            2025-01-07 10:00:00.123456,view,bob,doctor
            2025-01-08 10:00:00,view,cid,doctor
            """;

    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);

    /** Unknown columns go to the details, so that JSON is on the way too. */
    private static final Policies POLICIES = new Policies(
            Policies.DEFAULT.missingCustomers(),
            Policies.DEFAULT.sameKey(),
            Policies.DEFAULT.duplicates(),
            ColumnPolicy.RESCUE,
            Policies.DEFAULT.maxColumns(),
            Policies.DEFAULT.maxRejectRatio());

    private final String url;
    private final WarehouseSetting setting;
    private final ObjectStore folder;
    private @Nullable Warehouse opened;

    LoadCheck(String url, WarehouseSetting setting, ObjectStore folder) {
        this.url = url;
        this.setting = setting;
        this.folder = folder;
    }

    /** Creates the tables, and leaves the warehouse open. */
    void open() {
        opened = RedshiftWarehouse.open(url, setting);
    }

    private Warehouse warehouse() {
        return Objects.requireNonNull(opened);
    }

    void load() {
        write("csv/doctor/first.csv", FIRST);
        write("csv/doctor/second.csv", SECOND);
        FileCounts counts = job().loadListing().counts();
        require(new FileCounts(6, 4, 1, 1), counts, "accounting of 6 records");
        require(4L, rows(), "number of rows");
    }

    void report() {
        ActivityStore activity = warehouse().activity();
        require(4L, activity.basis().rows(), "number of rows that reports stand on");
        ReportTable weeks = new Reports(activity, Clock.systemUTC())
                .table(ReportRequest.of(Report.WEEKLY).between(MONDAY, MONDAY.plusDays(6)));
        List<@Nullable Object> users = weeks.rows().stream()
                .map(row -> row.get(weeks.indexOf("users")))
                .toList();
        require(List.of(3L), users, "list of weekly active users");
    }

    void verify() {
        List<Finding> findings = new Verifier(
                        folder,
                        warehouse().history(),
                        POLICIES,
                        Limits.DEFAULT.withFieldsOf(warehouse().longestText()),
                        Progress.NONE)
                .verify(LoadHistory.Filter.ALL)
                .findings();
        require(List.of(), findings.stream().map(Finding::message).limit(3).toList(), "list of what verify found");
    }

    void unload() {
        job().unload("csv/doctor/first.csv");
        require(2L, rows(), "number of rows without the first file");
        verify();
    }

    private LoadJob job() {
        return new LoadJob(folder, warehouse(), POLICIES, Limits.DEFAULT, InstantSource.system(), Progress.NONE);
    }

    private Object rows() {
        return Objects.requireNonNull(warehouse()
                .query("SELECT count(*) FROM wau_audit_logs", 1)
                .rows()
                .get(0)
                .get(0));
    }

    private void write(String key, String text) {
        try (ObjectStore.Write write = folder.write(new ObjectKey(key))) {
            write.write(text.getBytes(StandardCharsets.UTF_8));
            write.commit();
        } catch (IOException e) {
            throw new WauException(ErrorCode.STORE_FAILED, "Cannot write " + key + ": " + e.getMessage(), e);
        }
    }

    private static void require(Object wanted, Object found, String what) {
        if (!wanted.equals(found)) {
            throw new WauException(
                    ErrorCode.WAREHOUSE_FAILED,
                    "The " + what + " is " + found + ", not " + wanted
                            + " (don't load into this warehouse, and report this)");
        }
    }

    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
