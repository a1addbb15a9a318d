package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.complete.CompletionMarker;
import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadResult;
import dev.wau.model.ObjectKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can't be loaded, files and records: it leaves no rows, and the history says so. */
public abstract class RefusalContract extends LoadSetting {

    @Test
    void a_refused_file_leaves_no_rows_and_is_tried_again_only_when_asked() {
        ObjectKey bad = central.put("acme", "bad.csv", "when,who,what", "x,y,z");
        ObjectKey good = put("good.csv", event(1, "login", "ann"));
        CompletionMarker marker = central.marker("b1", bad, good);

        LoadResult first = job().load(marker);
        LoadResult second = job().load(marker);

        assertThat(actions(first)).containsExactlyInAnyOrder(FileAction.REFUSED, FileAction.NEW);
        assertThat(first.isSpotless()).isFalse();
        assertThat(file("bad.csv").error()).contains("no-time-column").doesNotContain("when,who,what");
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
}
