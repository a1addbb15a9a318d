package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerJson;
import dev.wau.load.Bookmark;
import dev.wau.load.FileAction;
import dev.wau.load.FileState;
import dev.wau.load.LoadHistory.HistoryBatch;
import dev.wau.load.LoadResult;
import dev.wau.load.PendingMarkers;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The history as a bookmark: enabled, disabled, paused, taken back. */
public abstract class BookmarkContract extends LoadSetting {

    @Test
    void disabled_it_loads_all_again_and_the_table_is_the_same() {
        put("a.csv", event(1, "login", "ann"), event(2, "login", "bob"));
        put("b.csv", event(1, "login", "ann"));
        CompletionMarker marker = announced("b1", "a.csv", "b.csv");
        job().load(marker);
        List<String> before = rows();

        LoadResult result = job().load(marker, Bookmark.DISABLE);

        assertThat(actions(result)).containsExactly(FileAction.RELOADED, FileAction.RELOADED);
        assertThat(rows()).isEqualTo(before);
        assertThat(actions(job().load(marker))).as("recorded").isEmpty();
        assertClean();
    }

    @Test
    void disabled_it_loads_what_was_taken_out_and_leaves_a_copy_a_copy() {
        put("a.csv", event(1, "login", "ann"));
        put("copy.csv", event(1, "login", "ann"));
        put("out.csv", event(2, "login", "bob"));
        CompletionMarker marker = announced("b1", "a.csv", "copy.csv", "out.csv");
        job().load(marker);
        job().unload("out.csv");

        job().load(marker, Bookmark.DISABLE);

        assertThat(states()).containsExactlyInAnyOrder(FileState.LOADED, FileState.COPY, FileState.LOADED);
        assertThat(rows()).hasSize(2);
        assertClean();
    }

    @Test
    void disabled_a_listing_is_loaded_again_too() {
        put("a.csv", event(1, "login", "ann"));
        job().loadListing();

        assertThat(actions(job().loadListing(Bookmark.DISABLE))).containsExactly(FileAction.RELOADED);

        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void paused_it_loads_and_the_batch_stays_pending() {
        put("a.csv", event(1, "login", "ann"));
        CompletionMarker marker = announced("b1", "a.csv");

        job().load(marker, Bookmark.PAUSE);

        assertThat(rows()).hasSize(1);
        assertThat(warehouse.history().batches()).isEmpty();
        assertThat(pending()).containsExactly("complete/b1.json");
        assertClean();

        LoadResult enabled = job().load(marker);

        assertThat(enabled.unchanged()).isEqualTo(1);
        assertThat(pending()).isEmpty();
        assertThat(file("a.csv").version().batch()).isEqualTo(new BatchId("b1"));
        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void paused_it_wants_markers() {
        assertThatThrownBy(() -> job().loadListing(Bookmark.PAUSE))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("name markers")
                .extracting(error -> ((WauException) error).code())
                .isEqualTo(ErrorCode.INVALID_ARGUMENT);
    }

    @Test
    void a_rewind_takes_back_what_came_after_a_batch_and_it_comes_again() {
        put("a.csv", event(1, "login", "ann"));
        CompletionMarker first = announced("b1", "a.csv");
        put("b.csv", event(1, "login", "ann"), event(2, "login", "bob"));
        put("copy.csv", event(1, "login", "ann"), event(2, "login", "bob"));
        CompletionMarker second = announced("b2", "b.csv", "copy.csv");
        job().load(first);
        List<String> before = rows();
        job().load(second);
        List<String> after = rows();

        LoadResult rewound = job().rewind(first.batch());

        assertThat(actions(rewound)).containsExactly(FileAction.REWOUND, FileAction.REWOUND);
        assertThat(rows()).isEqualTo(before);
        assertThat(pending()).containsExactly("complete/b2.json");
        assertClean();
        assertThat(job().rewind(first.batch()).changed()).as("once more").isFalse();

        job().load(second);

        assertThat(rows()).isEqualTo(after);
        assertThat(pending()).isEmpty();
        assertClean();
    }

    @Test
    void a_rewind_to_the_beginning_leaves_nothing_but_the_history() {
        put("a.csv", event(1, "login", "ann"));
        job().load(announced("b1", "a.csv"));
        put("listed.csv", event(2, "login", "bob"));
        job().loadListing();

        job().rewind(null);

        assertThat(rows()).isEmpty();
        assertThat(states()).containsOnly(FileState.SUPERSEDED);
        assertThat(warehouse.history().batches())
                .extracting(HistoryBatch::batch)
                .isEmpty();
        assertClean();

        job().loadListing();

        assertThat(rows()).hasSize(2);
        assertClean();
    }

    @Test
    void a_rewind_to_a_batch_that_was_never_loaded_is_refused() {
        assertThatThrownBy(() -> job().rewind(new BatchId("b9")))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("Cannot rewind to batch b9")
                .extracting(error -> ((WauException) error).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    private CompletionMarker announced(String batch, String... names) {
        ObjectKey[] keys = List.of(names).stream()
                .map(name -> new ObjectKey("csv/acme/" + name))
                .toArray(ObjectKey[]::new);
        CompletionMarker marker = central.marker(batch, keys);
        central.store().createIfAbsent(CompletionMarker.key(marker.batch()), MarkerJson.write(marker));
        return marker;
    }

    private List<String> pending() {
        return new PendingMarkers(central.store(), warehouse.history())
                .list().stream().map(ObjectKey::path).toList();
    }
}
