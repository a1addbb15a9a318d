package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.config.Policies;
import dev.wau.config.Policies.SameKey;
import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadResult;
import dev.wau.load.Warehouse;
import dev.wau.model.ObjectKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the load promises on any warehouse: each version once, in any order, after any mishap. */
public abstract class LoadJobContract extends LoadSetting {

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
        for (int seed = 0; seed < 4; seed++) {
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
        Policies policies = policies(sameKey, Policies.DEFAULT.duplicates());
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        job(warehouse, policies).load(central.marker("b1", key));
        put("a.csv", event(2, "login", "bob"));
        return actions(job(warehouse, policies).load(central.marker("b2", key)));
    }
}
