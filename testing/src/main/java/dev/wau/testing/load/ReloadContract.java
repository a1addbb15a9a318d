package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.complete.CompletionMarker;
import dev.wau.complete.MarkerJson;
import dev.wau.config.Policies;
import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files taken out and brought back by hand. */
public abstract class ReloadContract extends LoadSetting {

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
    void a_reload_goes_by_what_the_run_before_it_left() {
        ObjectKey key = put("a.csv", event(1, "login", "ann"));
        CompletionMarker first = announced("b1", key);
        CompletionMarker second = announced("b2", key);
        job().load(first);

        job(new OvertakenWarehouse(warehouse, () -> job().load(second)), Policies.DEFAULT)
                .reload("a.csv");

        assertThat(job().load(second).changed()).as("the same batch once more").isFalse();
        assertClean();
    }

    private CompletionMarker announced(String batch, ObjectKey key) {
        CompletionMarker marker = central.marker(batch, key);
        central.store().createIfAbsent(CompletionMarker.key(marker.batch()), MarkerJson.write(marker));
        return marker;
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
        assertThat(job().unload("a.csv").changed()).as("once more").isFalse();

        assertThat(actions(job().reload("a.csv"))).containsExactly(FileAction.RELOADED);
        assertThat(rows()).hasSize(1);
        assertClean();
    }

    @Test
    void what_never_had_rows_cannot_be_unloaded() {
        job().load(central.marker("b1", central.put("acme", "bad.csv", "when,who", "x,y")));

        assertThatThrownBy(() -> job().unload("bad.csv"))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("no version of it is loaded");
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
    void a_name_that_means_no_file_or_several_is_an_error() {
        job().load(central.marker(
                "b1",
                put("a.csv", event(1, "login", "ann")),
                central.put("zeta", "a.csv", HEADER, event(1, "x", "y"))));

        assertThatThrownBy(() -> job().unload("b.csv")).hasMessageContaining("Cannot find 'b.csv'");
        assertThatThrownBy(() -> job().unload("a.csv")).hasMessageContaining("several files have this name");
        assertThat(actions(job().unload("csv/zeta/a.csv"))).containsExactly(FileAction.UNLOADED);
    }
}
