package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerJson;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.load.Finding;
import dev.wau.load.Finding.Kind;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadJob;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damage done by hand is found by {@code wau verify}, on any warehouse with SQL: each test does one thing to a spotless
 * warehouse and central bucket, and names a finding by kind, file, line and words.
 *
 * <p>a.csv (file 1): lines 2 and 3 good, 4 rejected, and line 9 of its source rejected at aggregation. b.csv (file 2):
 * line 2 suppressed by a.csv, line 3 good. copy.csv (file 3): a copy of b.csv. Batch b2 brought b.csv and copy.csv; batch
 * b3 brought nothing.
 */
public abstract class DamageContract {

    private static final String A = "csv/acme/a.csv";
    private static final String B = "csv/acme/b.csv";
    private static final Reject AT_SOURCE = new Reject(9, RejectReason.BAD_TIME, "not a time", null);
    private static final Instant NOW = Instant.parse("2025-08-01T00:00:00Z");

    private final TestingCentralBucket central = new TestingCentralBucket(new MemoryObjectStore());

    /** A warehouse; the first call makes it, later ones open the same again. */
    protected abstract Warehouse open();

    /** Runs a statement on its tables, past the warehouse. */
    protected abstract void damage(String sql);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE FROM wau_audit_logs WHERE file_id = 1 AND line = 3              | row-missing   | csv/acme/a.csv | 3 | the file's record has no row
            DELETE FROM wau_audit_logs WHERE file_id = 1 AND line = 3              | row-missing   | csv/acme/a.csv | 0 | the history counts 2 rows
            DELETE FROM wau_audit_logs WHERE file_id = 1 AND line = 2              | tables-differ |                | 0 | line 2 of file 2 is suppressed, but no row stands for it
            UPDATE wau_audit_logs SET line = 77 WHERE file_id = 1 AND line = 3     | row-extra     | csv/acme/a.csv | 77 | the row has no record in the file
            UPDATE wau_audit_logs SET user_id = 'eve' WHERE file_id = 1 AND line = 3 | row-differs | csv/acme/a.csv | 3 | column user_id
            UPDATE wau_audit_logs SET user_id = NULL WHERE file_id = 1 AND line = 3 | row-differs  | csv/acme/a.csv | 3 | column user_id
            UPDATE wau_audit_logs SET event_time = TIMESTAMP '2025-06-02 13:00:01' WHERE file_id = 1 AND line = 3 | row-differs | csv/acme/a.csv | 3 | column event_time
            UPDATE wau_suppressed SET event = 'x' WHERE file_id = 2                | row-differs   | csv/acme/b.csv | 2 | column event
            DELETE FROM wau_suppressed WHERE file_id = 2                           | row-missing   | csv/acme/b.csv | 2 | the file's record has no row
            UPDATE wau_audit_logs SET customer = 'zeta' WHERE file_id = 1          | tables-differ |                | 0 | rows of file 1 under customer zeta
            UPDATE wau_audit_logs SET occurrence = 7 WHERE file_id = 1 AND line = 2 | tables-differ |               | 0 | line 2 of file 1 has occurrence 7
            UPDATE wau_audit_logs SET user_agent = 'x' WHERE file_id = 1           | row-differs   | csv/acme/a.csv | 2 | column user_agent
            UPDATE wau_files SET copy_of = 1 WHERE state = 'copy'                  | tables-differ |                | 0 | is kept as a copy of file 1
            DELETE FROM wau_rejects WHERE stage = 'load'                           | rejects-differ | csv/acme/a.csv | 4 | wau_rejects doesn't have it
            UPDATE wau_rejects SET reason = 'bad-time' WHERE stage = 'load'        | rejects-differ | csv/acme/a.csv | 4 | wau_rejects says bad-time
            UPDATE wau_rejects SET "raw" = 'fine' WHERE stage = 'load'               | rejects-differ | csv/acme/a.csv | 4 | the text in wau_rejects is not the file's
            UPDATE wau_rejects SET line = 3 WHERE stage = 'load'                   | rejects-differ | csv/acme/a.csv | 3 | has a reject that the file doesn't
            UPDATE wau_rejects SET line = 5 WHERE stage = 'load'                   | rejects-differ | csv/acme/a.csv | 4 | wau_rejects doesn't have it
            DELETE FROM wau_rejects WHERE stage = 'aggregate'                      | rejects-differ | csv/acme/a.csv | 0 | aggregation rejected line 9 of the source (bad-time)
            UPDATE wau_rejects SET line = 8 WHERE stage = 'aggregate'              | rejects-differ | csv/acme/a.csv | 0 | that the marker doesn't name
            UPDATE wau_files SET records_loaded = 1, records_suppressed = 1 WHERE file_id = 1 | tables-differ | | 0 | counts 1 in records_loaded, wau_audit_logs holds 2
            UPDATE wau_files SET last_event_time = NULL WHERE file_id = 1          | row-differs   | csv/acme/a.csv | 0 | first or last event
            DELETE FROM wau_files WHERE file_id = 1                                | tables-differ |                | 0 | wau_audit_logs holds 2 rows of file 1, which is not loaded
            DELETE FROM wau_files WHERE file_id = 1                                | not-loaded    | csv/acme/a.csv | 0 | stands in the central bucket
            DELETE FROM wau_files WHERE file_id = 2                                | tables-differ |                | 0 | wau_files has 2 rows, but its files are numbered to 3
            DELETE FROM wau_files WHERE state = 'copy'                             | not-loaded    | csv/acme/copy.csv | 0 | stands in the central bucket
            DELETE FROM wau_runs WHERE batch = 'b1'                                | tables-differ |                | 0 | 1 rows of wau_files name a run that wau_runs does not have
            DELETE FROM wau_runs WHERE batch = 'b3'                                | tables-differ |                | 0 | 1 rows of wau_batches name a run that wau_runs does not have
            DELETE FROM wau_batches WHERE batch = 'b2'                             | tables-differ |                | 0 | 2 rows of wau_files name a batch that wau_batches does not have
            DELETE FROM wau_batches WHERE batch = 'b3'                             | tables-differ |                | 0 | 1 rows of wau_runs name a batch that wau_batches does not have
            DELETE FROM wau_batches WHERE batch = 'b3'                             | not-loaded    | complete/b3.json | 0 | the marker of a batch that the history doesn't have
            DELETE FROM wau_batch_customers WHERE batch = 'b2'                     | tables-differ |                | 0 | batch b2 brought files of customer acme, whom wau_batch_customers does not have
            """)
    void damage_to_the_tables_is_found(String sql, String kind, @Nullable String file, long line, String words) {
        load();
        damage(sql);

        assertFound(kind, file, line, words);
    }

    @Test
    void a_row_that_stands_there_twice_is_found() {
        load();
        damage("DROP INDEX IF EXISTS wau_audit_logs_identity");
        damage("INSERT INTO wau_audit_logs SELECT * FROM wau_audit_logs WHERE file_id = 1 AND line = 3");

        assertFound("row-extra", A, 3, "the row has no record in the file");
        assertFound("tables-differ", null, 0, "has 2 rows with event_hash");
    }

    @Test
    void a_reject_that_stands_there_twice_is_found() {
        load();
        damage("INSERT INTO wau_rejects SELECT * FROM wau_rejects WHERE stage = 'load'");

        assertFound("rejects-differ", A, 4, "has a reject that the file doesn't");
    }

    @Test
    void an_object_that_changed_after_its_load_is_found() {
        load();
        central.put("acme", "a.csv", "timestamp,event,userId", "2025-06-02 12:00:00,login,eve");

        assertFound("object-changed", A, 0, "changed after it was loaded");
    }

    @Test
    void an_original_of_a_copy_that_changed_is_found() {
        load();
        central.put("acme", "copy.csv", "timestamp,event,userId", "2025-06-02 12:00:00,login,eve");

        assertFound("object-changed", "csv/acme/copy.csv", 0, "changed after it was loaded");
    }

    @Test
    void an_object_that_is_gone_is_found() {
        load();
        central.store().delete(new ObjectKey(B));

        assertFound("object-gone", B, 0, "nothing stands there any more");
    }

    @Test
    void a_marker_that_is_gone_or_changed_is_found() {
        load();
        central.store().delete(new ObjectKey("complete/b1.json"));
        ObjectKey second = new ObjectKey("complete/b2.json");
        central.store().delete(second);
        central.store().createIfAbsent(second, "{\"version\":1,".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertFound("marker-gone", "complete/b1.json", 0, "doesn't stand there any more");
        assertFound("object-changed", "complete/b2.json", 0, "b2.json");
    }

    /** Fills warehouse and central bucket. */
    protected final void load() {
        ObjectKey a = central.put(
                "acme",
                "a.csv",
                "timestamp,event,userId",
                "2025-06-02 12:00:00,login,ann",
                "2025-06-02 13:00:00,login,bob",
                "2025-06-02 14:00:00,login");
        String[] overlap = {"timestamp,event,userId", "2025-06-02 12:00:00,login,ann", "2025-06-03 12:00:00,login,cid"};
        try (Warehouse warehouse = open()) {
            LoadJob job = new LoadJob(
                    central.store(),
                    warehouse,
                    Policies.DEFAULT,
                    Limits.DEFAULT,
                    InstantSource.fixed(NOW),
                    Progress.NONE);
            load(job, TestingCentralBucket.marker("b1", List.of(central.file(a, List.of(AT_SOURCE)))));
            load(
                    job,
                    central.marker(
                            "b2", central.put("acme", "b.csv", overlap), central.put("acme", "copy.csv", overlap)));
            load(job, TestingCentralBucket.marker("b3", List.of()));
        }
        assertThat(findings()).as("before the damage").isEmpty();
    }

    private void load(LoadJob job, CompletionMarker marker) {
        central.store().createIfAbsent(CompletionMarker.key(marker.batch()), MarkerJson.write(marker));
        assertThat(job.load(marker).changed()).isTrue();
    }

    private List<Finding> findings() {
        try (Warehouse warehouse = open()) {
            return new Verifier(central.store(), warehouse.history(), Policies.DEFAULT, Limits.DEFAULT, Progress.NONE)
                    .verify(LoadHistory.Filter.ALL)
                    .findings();
        }
    }

    /** That verifying finds this. */
    protected final void assertFound(String kind, @Nullable String file, long line, String words) {
        assertThat(findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo(kind(kind));
            assertThat(finding.key()).isEqualTo(file == null ? null : new ObjectKey(file));
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.message()).contains(words);
        });
    }

    private static Kind kind(String code) {
        for (Kind kind : Kind.values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(code);
    }
}
