package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.load.FileAction;
import dev.wau.load.FileCounts;
import dev.wau.load.FileState;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadResult;
import dev.wau.model.ObjectKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files with equal content: each counts once, and stands for the others when they leave. */
public abstract class CopyContract extends LoadSetting {

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
}
