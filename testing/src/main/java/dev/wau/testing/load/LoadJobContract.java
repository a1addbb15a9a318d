package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerJson;
import dev.wau.config.Policies;
import dev.wau.config.Policies.SameKey;
import dev.wau.csv.Limits;
import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
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
import dev.wau.model.WauException;
import dev.wau.progress.Progress;
import dev.wau.testing.store.MemoryObjectStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the load promises on any warehouse: each version once, in any order, after any mishap. */
public abstract class LoadJobContract {

    private static final String HEADER = "timestamp,event,userId";
    private static final Reject BAD_TIME = new Reject(7, RejectReason.BAD_TIME, "not a time", null);

    private TestingCentralBucket central;
    private Warehouse warehouse;

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

    @Test
    void a_marker_is_loaded_once() {
        CompletionMarker marker =
                central.marker("b1", put("a.csv", event(1, "login", "ann"), event(2, "login", "bob")));

        LoadResult first = job().load(marker);
        LoadResult second = job().load(marker);

        assertThat(first.changed()).isTrue();
        assertThat(first.counts()).isEqualTo(new FileCounts(2, 2, 0, 0));
        assertThat(second.changed()).isFalse();
        assertThat(second.unchanged()).isEqualTo(1);
        assertThat(second.files()).isEmpty();
        assertThat(rows()).hasSize(2);
        assertThat(warehouse.history().runs()).hasSize(1);
        assertThat(warehouse.history().batches()).hasSize(1);
    }

    @Test
    void another_version_replaces_the_one_before() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"), event(2, "login", "bob"));
        job().load(central.marker("b1", key));
        put("a.csv", event(2, "login", "bob"), event(3, "login", "cid"));

        LoadResult result = job().load(central.marker("b2", key));

        assertThat(actions(result)).containsExactly(FileAction.CHANGED);
        assertThat(rows()).hasSize(2).allMatch(row -> row.contains("bob") || row.contains("cid"));
        assertThat(states()).containsExactlyInAnyOrder(FileState.SUPERSEDED, FileState.LOADED);
        assertClean();
    }

    @Test
    void a_version_that_comes_back_is_loaded_again() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        job().load(central.marker("b1", key));
        put("a.csv", event(2, "login", "bob"));
        job().load(central.marker("b2", key));
        put("a.csv", event(1, "login", "ann"));

        LoadResult result = job().load(central.marker("b3", key));

        assertThat(actions(result)).containsExactly(FileAction.RETURNED);
        assertThat(rows()).singleElement().asString().contains("ann");
        assertThat(states()).containsExactlyInAnyOrder(FileState.SUPERSEDED, FileState.LOADED);
    }

    @Test
    void a_version_that_was_overwritten_belongs_to_the_later_batch() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        CompletionMarker early = central.marker("b1", key);
        put("a.csv", event(2, "login", "bob"));
        CompletionMarker late = central.marker("b2", key);

        LoadResult result = job().load(early);
        job().load(late);
        job().load(early);

        assertThat(actions(result)).containsExactly(FileAction.OVERWRITTEN);
        assertThat(rows()).singleElement().asString().contains("bob");
        assertThat(states()).containsExactlyInAnyOrder(FileState.SUPERSEDED, FileState.LOADED);
    }

    @Test
    void a_file_that_is_gone_is_told() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        CompletionMarker marker = central.marker("b1", key);
        central.store().delete(key);

        assertThat(actions(job().load(marker))).containsExactly(FileAction.GONE);
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_copy_is_skipped_and_takes_over_when_the_original_leaves() {
        ObjectKey original = put("a.csv", event(1, "login", "ann"));
        job().load(central.marker("b1", original));
        ObjectKey copy = put("copy.csv", event(1, "login", "ann"));

        assertThat(actions(job().load(central.marker("b2", copy)))).containsExactly(FileAction.COPY);
        assertThat(rows()).hasSize(1);

        put("a.csv", event(2, "login", "bob"));
        job().load(central.marker("b3", original));

        assertThat(rows()).hasSize(2);
        assertThat(file("copy.csv").state()).isEqualTo(FileState.LOADED);
        assertThat(file("copy.csv").counts()).isEqualTo(new FileCounts(1, 1, 0, 0));
        assertClean();
    }

    @Test
    void of_equal_files_in_one_batch_one_is_loaded() {
        LoadResult result = job().load(central.marker(
                "b1", put("a.csv", event(1, "login", "ann")), put("b.csv", event(1, "login", "ann"))));

        assertThat(actions(result)).containsExactlyInAnyOrder(FileAction.NEW, FileAction.COPY);
        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void two_files_may_change_places() {
        ObjectKey a = put("a.csv", event(1, "login", "ann"));
        ObjectKey b = put("b.csv", event(2, "login", "bob"));
        job().load(central.marker("b1", a, b));
        put("a.csv", event(2, "login", "bob"));
        put("b.csv", event(1, "login", "ann"));

        job().load(central.marker("b2", a, b));

        assertThat(rows()).hasSize(2);
        assertClean();
    }

    @Test
    void equal_files_of_two_customers_are_both_loaded() {
        ObjectKey acme = put("a.csv", event(1, "login", "ann"));
        ObjectKey zeta = central.put("zeta", "a.csv", HEADER, event(1, "login", "ann"));

        job().load(central.marker("b1", acme, zeta));

        assertThat(rows()).hasSize(2);
    }

    @Test
    void a_refused_file_leaves_no_rows_and_is_tried_again_only_when_asked() {
        ObjectKey bad = central.put("acme", "bad.csv", "when,who,what", "x,y,z");
        ObjectKey good = put("good.csv", event(1, "login", "ann"));
        CompletionMarker marker = central.marker("b1", bad, good);

        LoadResult first = job().load(marker);
        LoadResult second = job().load(marker);

        assertThat(actions(first)).containsExactlyInAnyOrder(FileAction.REFUSED, FileAction.NEW);
        assertThat(first.isSpotless()).isFalse();
        assertThat(file("bad.csv").error()).contains("no-time-column").contains("when,who,what");
        assertThat(second.changed()).isFalse();
        assertThat(actions(second)).containsExactly(FileAction.REFUSED_BEFORE);
        assertThat(rows()).hasSize(1);
        assertThat(actions(job().reload("bad.csv"))).containsExactly(FileAction.REFUSED);
        assertClean();
    }

    @Test
    void a_file_of_mostly_rejects_is_refused() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"), "bad", "worse", "no");

        LoadResult result = job().load(central.marker("b1", key));

        assertThat(actions(result)).containsExactly(FileAction.REFUSED);
        assertThat(file("a.csv").error()).contains("too-many-rejects").contains("3 of 4");
        assertThat(rows()).isEmpty();
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).isEmpty();
    }

    @Test
    void a_refused_version_takes_the_place_of_the_good_one() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        job().load(central.marker("b1", key));
        central.put("acme", "a.csv", "nothing,of,use");

        job().load(central.marker("b2", key));

        assertThat(rows()).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder(FileState.SUPERSEDED, FileState.FAILED);
    }

    @Test
    void a_file_refused_at_aggregation_is_in_the_history() {
        CompletionMarker marker =
                TestingCentralBucket.marker("b1", List.of(TestingCentralBucket.refused("acme", "a.csv", "no-header")));

        assertThat(actions(job().load(marker))).containsExactly(FileAction.REFUSED);
        assertThat(file("a.csv").error()).startsWith("no-header");
        assertThat(job().load(marker).changed()).isFalse();
    }

    @Test
    void what_aggregation_rejected_is_accounted_for() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        LoadResult result =
                job().load(TestingCentralBucket.marker("b1", List.of(central.file(key, List.of(BAD_TIME)))));

        assertThat(result.counts()).isEqualTo(new FileCounts(2, 1, 1, 0));
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.stage()).isEqualTo("aggregate");
                    assertThat(kept.line()).isEqualTo(7);
                    assertThat(kept.raw()).isNull();
                });
        assertClean();
    }

    @Test
    void rejects_of_the_source_follow_a_later_batch_with_the_same_content() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        CompletionMarker early = TestingCentralBucket.marker("b1", List.of(central.file(key, List.of())));
        CompletionMarker late = TestingCentralBucket.marker("b2", List.of(central.file(key, List.of(BAD_TIME))));
        job().load(early);

        assertThat(job().load(late).changed()).isTrue();
        assertThat(file("a.csv").counts()).isEqualTo(new FileCounts(2, 1, 1, 0));
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).hasSize(1);

        job().load(early);
        job().load(late);
        assertThat(file("a.csv").counts()).as("an old marker changes nothing").isEqualTo(new FileCounts(2, 1, 1, 0));

        job().load(TestingCentralBucket.marker("b3", List.of(central.file(key, List.of()))));
        assertThat(file("a.csv").counts()).isEqualTo(new FileCounts(1, 1, 0, 0));
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).isEmpty();
        assertClean();
    }

    @Test
    void a_copy_has_rejects_of_its_own_source() {
        ObjectKey original = put("a.csv", event(1, "login", "ann"));
        job().load(central.marker("b1", original));
        ObjectKey copy = put("copy.csv", event(1, "login", "ann"));
        job().load(TestingCentralBucket.marker("b2", List.of(central.file(copy, List.of(BAD_TIME)))));

        assertThat(file("copy.csv").counts()).isEqualTo(new FileCounts(1, 0, 1, 0));
        assertClean();

        job().unload("a.csv");
        assertThat(file("copy.csv").state()).isEqualTo(FileState.LOADED);
        assertThat(file("copy.csv").counts()).isEqualTo(new FileCounts(2, 1, 1, 0));
        assertThat(warehouse.history().rejects(LoadHistory.Filter.ALL)).hasSize(1);
    }

    @Test
    void a_reload_keeps_what_the_marker_says_of_the_source() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        CompletionMarker marker = TestingCentralBucket.marker("b1", List.of(central.file(key, List.of(BAD_TIME))));
        central.store().createIfAbsent(CompletionMarker.key(marker.batch()), MarkerJson.write(marker));
        job().load(marker);

        job().unload("a.csv");
        job().reload("a.csv");

        assertThat(file("a.csv").counts()).isEqualTo(new FileCounts(2, 1, 1, 0));
        assertClean();
    }

    @Test
    void an_event_is_the_same_whatever_headers_stand_beside_it() {
        ObjectKey both = central.put("acme", "a.csv", HEADER + ",fooBar,foo_bar", event(1, "login", "ann") + ",,q");
        ObjectKey one = central.put("acme", "b.csv", HEADER + ",foo_bar", event(1, "login", "ann") + ",q");

        job().load(central.marker("b1", both, one));

        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void nothing_is_not_verified_as_everything() {
        assertThatThrownBy(() ->
                        verifier(warehouse).verify(new LoadHistory.Filter(null, "nope.csv", null, Integer.MAX_VALUE)))
                .hasMessageContaining("no such file or customer");
    }

    @Test
    void an_unloaded_file_stays_out_until_it_is_reloaded() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        CompletionMarker marker = central.marker("b1", key);
        job().load(marker);

        job().unload("a.csv");
        assertThat(rows()).isEmpty();
        assertThat(actions(job().load(marker))).containsExactly(FileAction.UNLOADED);
        assertThat(actions(job().loadListing())).containsExactly(FileAction.UNLOADED);
        assertThatThrownBy(() -> job().unload("a.csv"))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("no version of it is loaded");

        assertThat(actions(job().reload("a.csv"))).containsExactly(FileAction.RELOADED);
        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void a_loaded_file_can_be_reloaded() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        job().load(central.marker("b1", key, put("copy.csv", event(1, "login", "ann"))));

        job().reload("a.csv");

        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void a_reloaded_original_keeps_its_copies() {
        job().load(central.marker(
                "b1", put("a.csv", event(1, "login", "ann")), put("copy.csv", event(1, "login", "ann"))));

        assertThat(actions(job().reload("a.csv"))).containsExactly(FileAction.RELOADED);
        assertThat(file("a.csv").state()).isEqualTo(FileState.LOADED);
        assertThat(file("copy.csv").state()).isEqualTo(FileState.COPY);
        assertThat(file("copy.csv").copyOf()).isEqualTo(file("a.csv").id());

        job().unload("a.csv");
        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void a_reloaded_copy_stays_a_copy() {
        job().load(central.marker(
                "b1", put("a.csv", event(1, "login", "ann")), put("copy.csv", event(1, "login", "ann"))));

        assertThat(actions(job().reload("copy.csv"))).containsExactly(FileAction.COPY);
        job().unload("a.csv");

        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void an_unloaded_version_that_comes_back_takes_the_place_of_the_one_between() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        job().load(central.marker("b1", key));
        job().unload("a.csv");
        put("a.csv", event(2, "login", "bob"));
        job().load(central.marker("b2", key));
        put("a.csv", event(1, "login", "ann"));

        assertThat(actions(job().load(central.marker("b3", key)))).containsExactly(FileAction.UNLOADED);
        assertThat(rows()).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder(FileState.UNLOADED, FileState.SUPERSEDED);
        assertClean();
    }

    @Test
    void a_refused_version_that_comes_back_takes_the_place_of_the_one_between() {
        ObjectKey key = central.put("acme", "a.csv", "nothing,of,use");
        job().load(central.marker("b1", key));
        put("a.csv", event(2, "login", "bob"));
        job().load(central.marker("b2", key));
        central.put("acme", "a.csv", "nothing,of,use");

        assertThat(actions(job().load(central.marker("b3", key)))).containsExactly(FileAction.REFUSED_BEFORE);
        assertThat(rows()).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder(FileState.FAILED, FileState.SUPERSEDED);
        assertClean();
    }

    @Test
    void a_name_that_means_no_file_or_several_is_an_error() {
        job().load(central.marker(
                "b1",
                put("a.csv", event(1, "login", "ann")),
                central.put("zeta", "a.csv", HEADER, event(1, "x", "y"))));

        assertThatThrownBy(() -> job().unload("b.csv")).hasMessageContaining("Cannot find 'b.csv'");
        assertThatThrownBy(() -> job().unload("a.csv")).hasMessageContaining("several files have this name");
        assertThat(actions(job().unload("csv/zeta/a.csv"))).containsExactly(FileAction.UNLOADED);
    }

    @Test
    void a_listing_gives_the_same_as_the_markers() {
        put("a.csv", event(1, "login", "ann"));
        put("b.csv", event(1, "login", "ann"), event(2, "login", "bob"));

        LoadResult first = job().loadListing();
        LoadResult second = job().loadListing();

        assertThat(first.entered()).isEqualTo(2);
        assertThat(rows()).hasSize(2);
        assertThat(second.changed()).isFalse();
        assertThat(second.unchanged()).isEqualTo(2);
    }

    @Test
    void policy_append_keeps_both_versions() {
        assertThat(loadTwoVersions(SameKey.APPEND)).containsExactly(FileAction.NEW);
        assertThat(rows()).hasSize(2);
        assertClean();
    }

    @Test
    void policy_ignore_keeps_the_first_version() {
        assertThat(loadTwoVersions(SameKey.IGNORE)).containsExactly(FileAction.IGNORED);
        assertThat(rows()).singleElement().asString().contains("ann");
    }

    @Test
    void policy_fail_refuses_the_second_version() {
        assertThat(loadTwoVersions(SameKey.FAIL)).containsExactly(FileAction.REFUSED);
        assertThat(rows()).singleElement().asString().contains("ann");
    }

    @Test
    void any_order_and_any_grouping_gives_the_same_table() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            List<ObjectKey> keys = new ArrayList<>();
            for (int file = 0; file < 6; file++) {
                List<String> lines = new ArrayList<>();
                for (int record = random.nextInt(8); record >= 0; record--) {
                    lines.add(event(random.nextInt(5), random.nextBoolean() ? "login" : "logout", "ann"));
                }
                keys.add(put("f" + file + ".csv", lines.toArray(new String[0])));
            }
            List<String> allAtOnce = loadInto(List.of(keys));
            Collections.shuffle(keys, random);
            List<String> oneByOne = loadInto(keys.stream().map(List::of).toList());
            assertThat(oneByOne).as("seed %s", seed).isEqualTo(allAtOnce);
        }
    }

    private List<String> loadInto(List<List<ObjectKey>> batches) {
        try (Warehouse fresh = newWarehouse()) {
            int number = 0;
            for (List<ObjectKey> keys : batches) {
                job(fresh, Policies.DEFAULT).load(central.marker("b" + number++, keys.toArray(new ObjectKey[0])));
            }
            assertThat(verify(fresh)).isEmpty();
            return TableContents.of(fresh);
        }
    }

    private List<FileAction> loadTwoVersions(SameKey sameKey) {
        Policies standard = Policies.DEFAULT;
        Policies policies = new Policies(
                standard.missingCustomers(),
                sameKey,
                standard.duplicates(),
                standard.columns(),
                standard.maxColumns(),
                standard.maxRejectRatio());
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        job(warehouse, policies).load(central.marker("b1", key));
        put("a.csv", event(2, "login", "bob"));
        return actions(job(warehouse, policies).load(central.marker("b2", key)));
    }

    private ObjectKey put(String name, String... records) {
        String[] lines = new String[records.length + 1];
        lines[0] = HEADER;
        System.arraycopy(records, 0, lines, 1, records.length);
        return central.put("acme", name, lines);
    }

    private static String event(int second, String event, String user) {
        return "2025-06-30 12:00:0" + second + "," + event + "," + user;
    }

    private LoadJob job() {
        return job(warehouse, Policies.DEFAULT);
    }

    private LoadJob job(Warehouse into, Policies policies) {
        InstantSource clock = InstantSource.fixed(Instant.parse("2025-07-01T00:00:00Z"));
        return new LoadJob(central.store(), into, policies, Limits.DEFAULT, clock, Progress.NONE);
    }

    private void assertClean() {
        assertThat(verify(warehouse)).isEmpty();
    }

    private List<Finding> verify(Warehouse checked) {
        return verifier(checked).verify(LoadHistory.Filter.ALL).findings().stream()
                .filter(finding -> finding.kind() != Finding.Kind.NOT_LOADED)
                .filter(finding -> finding.kind() != Finding.Kind.MARKER_GONE)
                .toList();
    }

    private Verifier verifier(Warehouse checked) {
        return new Verifier(central.store(), checked.history(), Policies.DEFAULT, Limits.DEFAULT, Progress.NONE);
    }

    private List<String> rows() {
        return TableContents.of(warehouse);
    }

    private List<FileState> states() {
        return warehouse.history().files(LoadHistory.Filter.ALL).stream()
                .map(HistoryFile::state)
                .toList();
    }

    private HistoryFile file(String name) {
        List<HistoryFile> versions = warehouse.history().files(new LoadHistory.Filter(null, name, null, 100));
        return versions.get(versions.size() - 1);
    }

    private static List<FileAction> actions(LoadResult result) {
        return result.files().stream().map(file -> file.action()).toList();
    }
}
