package dev.wau.warehouse.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.CustomerOutcome;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadHistory.HistoryReject;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadResult;
import dev.wau.load.Warehouse;
import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.RejectReason;
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.testing.load.TestingCentralBucket;
import dev.wau.testing.redshift.RedshiftFault;
import dev.wau.testing.store.ForwardingObjectStore;
import dev.wau.testing.store.MemoryObjectStore;
import dev.wau.warehouse.Warehouses;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Redshift, or the way to it, fails at the worst moments: nothing is lost, nothing is there twice, and it is said why. */
final class RedshiftFaultsIT {

    private static final Pattern COMMIT = Pattern.compile("COMMIT");

    private final String url = TestingRedshift.standIn().url();
    private final Warehouse warehouse = TestingRedshift.open(url);
    private final TestingCentralBucket central = new TestingCentralBucket(new MemoryObjectStore());
    private final CompletionMarker marker = central.marker(
            "b1",
            central.put(
                    "acme",
                    "a.csv",
                    "timestamp,event,userId",
                    "2025-01-06 08:00:00,login,ann",
                    "2025-01-06 09:00:00,login,bob",
                    "2025-01-06 10:00:00,login"));

    @AfterEach
    void close() {
        warehouse.close();
    }

    @Test
    void a_commit_whose_reply_is_lost_is_a_commit() {
        LoadResult result = jobThatMeetsWhileItReads(() -> fail(COMMIT, RedshiftFault.cutAfter()))
                .load(marker);

        assertThat(result.changed()).isTrue();
        requireLoadedOnce();
    }

    @Test
    void a_commit_that_the_server_never_saw_is_none() {
        LoadJob job = jobThatMeetsWhileItReads(() -> fail(COMMIT, RedshiftFault.cutBefore()));

        requireFailure(job, ErrorCode.WAREHOUSE_FAILED, "it was rolled back and nothing of it is visible");

        requireNothingLoaded();
        assertThat(job(central.store()).load(marker).changed()).isTrue();
        requireLoadedOnce();
    }

    @Test
    void a_transaction_that_cannot_be_put_in_order_is_tried_again() {
        for (String statement : List.of("INSERT INTO wau_audit_logs.*", "MERGE INTO.*", "COMMIT")) {
            fail(Pattern.compile(statement, Pattern.DOTALL), RedshiftFault.serializableIsolationViolation());

            job(central.store()).load(marker);
            requireLoadedOnce();
            job(central.store()).rewind(null);
        }
    }

    @Test
    void a_run_that_another_one_overtakes_while_it_reads_begins_anew() {
        LoadJob overtaken = jobThatMeetsWhileItReads(() -> job(central.store()).load(marker));

        LoadResult result = overtaken.load(marker);

        assertThat(result.changed()).as("the other one loaded it").isFalse();
        requireLoadedOnce();
    }

    @Test
    void a_copy_that_fails_names_the_part_and_leaves_nothing() {
        fail(
                Pattern.compile("COPY staged .*", Pattern.DOTALL),
                RedshiftFault.failure("XX000", "Spectrum Scan Error", "File 's3://central/x.parquet' is damaged"));

        requireFailure(job(central.store()), ErrorCode.WAREHOUSE_FAILED, "s3://central/x.parquet");

        requireNothingLoaded();
        requireNoParts();
    }

    @Test
    void a_connection_that_ends_between_parts_and_transaction_leaves_nothing() {
        LoadJob job = jobThatMeetsWhileItReads(() -> fail(Pattern.compile("LOCK .*"), RedshiftFault.cutBefore()));

        requireFailure(job, ErrorCode.WAREHOUSE_FAILED, "the connection is gone");

        requireNothingLoaded();
        requireNoParts();
    }

    @Test
    void what_a_dead_run_left_goes_with_the_next_one() {
        ObjectStore bucket = TestingRedshift.central();
        bucket.createIfAbsent(new ObjectKey("staging/dead/rows-1.parquet"), new byte[7]);
        bucket.createIfAbsent(new ObjectKey("staging/alive/rows-1.parquet"), new byte[7]);

        try (ObjectStore.Hold alive = bucket.hold("staging-alive")) {
            job(central.store()).load(marker);
            alive.confirm();
            assertThat(parts()).containsExactly("staging/alive/rows-1.parquet");
        }

        job(central.store()).loadListing();
        bucket.delete(new ObjectKey("staging/alive/rows-1.parquet"));
    }

    @Test
    void a_run_that_cannot_clear_its_parts_is_committed_all_the_same() {
        ObjectStore undeletable = new ForwardingObjectStore(TestingRedshift.central()) {

            @Override
            public void delete(ObjectKey key) {
                if (key.path().startsWith("staging/")) {
                    throw new WauException(ErrorCode.STORE_FAILED, "Cannot delete " + key);
                }
                super.delete(key);
            }
        };
        try (Warehouse same = Warehouses.open(url, TestingRedshift.setting().with(undeletable))) {
            LoadJob job = new LoadJob(
                    central.store(), same, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE);

            assertThat(job.load(marker).changed()).isTrue();
        }
        assertThat(parts()).isNotEmpty();
        assertThat(job(central.store()).load(marker).changed())
                .as("the next run")
                .isFalse();
        job(central.store()).rewind(null);
        job(central.store()).load(marker);
        requireLoadedOnce();
    }

    @Test
    void a_longer_text_than_redshift_has_room_for_is_a_reject() {
        CompletionMarker longer = central.marker(
                "b2",
                central.put(
                        "acme",
                        "long.csv",
                        "timestamp,event,userId",
                        "2025-01-06 08:00:00,login," + "ü".repeat(32_767),
                        "2025-01-06 08:00:01,login," + "ü".repeat(32_768)));

        assertThat(job(central.store()).load(longer).counts().loaded()).isEqualTo(1);

        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL))
                .extracting(HistoryReject::line, HistoryReject::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3L, RejectReason.FIELD_TOO_LONG));
    }

    @Test
    void very_many_rows_of_the_history_come_as_a_part() {
        List<CustomerOutcome> customers = IntStream.range(0, 2_500)
                .mapToObj(number ->
                        new CustomerOutcome(new Customer("c" + number), CustomerOutcome.Outcome.NOTHING_NEW, 0, null))
                .toList();
        Instant time = Instant.parse("2025-01-06T08:00:00Z");
        TestingRedshift.standIn().forgetStatements();

        job(central.store())
                .load(new CompletionMarker(new BatchId("b9"), time, time.plusSeconds(1), customers, List.of()));

        assertThat(warehouse.history().batches().get(0).expected()).isEqualTo(2_500);
        assertThat(TestingRedshift.standIn().statements())
                .anyMatch(statement -> statement.startsWith("COPY wau_batch_customers "));
    }

    private static void fail(Pattern statement, RedshiftFault fault) {
        TestingRedshift.standIn().failNext(statement, fault);
    }

    private LoadJob job(ObjectStore store) {
        return new LoadJob(store, warehouse, Policies.DEFAULT, Limits.DEFAULT, InstantSource.system(), Progress.NONE);
    }

    /** Its first reading of records, after the header's, lets something happen: no lock is held then. */
    private LoadJob jobThatMeetsWhileItReads(Runnable event) {
        return job(new ForwardingObjectStore(central.store()) {

            private int opened;

            @Override
            public InputStream read(StoredObject object, long from) {
                if (++opened == 2) {
                    event.run();
                }
                return super.read(object, from);
            }
        });
    }

    private void requireFailure(LoadJob job, ErrorCode code, String words) {
        assertThatThrownBy(() -> job.load(marker))
                .isInstanceOf(WauException.class)
                .hasMessageContaining(words)
                .extracting(error -> ((WauException) error).code())
                .isEqualTo(code);
    }

    private void requireLoadedOnce() {
        assertThat(count("wau_audit_logs")).isEqualTo(2);
        assertThat(count("wau_rejects")).isEqualTo(1);
        assertThat(count("wau_batches")).isEqualTo(1);
        assertThat(warehouse.history().inconsistencies()).isEmpty();
        requireNoParts();
    }

    private void requireNothingLoaded() {
        assertThat(count("wau_audit_logs")).isZero();
        assertThat(count("wau_files")).isZero();
        assertThat(count("wau_runs")).isZero();
    }

    private long count(String table) {
        @Nullable
        Object count = warehouse
                .query("SELECT count(*) FROM " + table, 1)
                .rows()
                .get(0)
                .get(0);
        return Long.parseLong(String.valueOf(count));
    }

    private static void requireNoParts() {
        assertThat(parts()).isEmpty();
    }

    private static List<String> parts() {
        try (Stream<StoredObject> objects = TestingRedshift.central().list("staging/")) {
            return objects.map(object -> object.key().path()).toList();
        }
    }
}
