package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.config.Policies;
import dev.wau.csv.RowIdentity;
import dev.wau.model.ObjectKey;
import org.junit.jupiter.api.Test;

/** Restatements by files that leave, alone or for another version. */
public abstract class RestatementLeaveContract extends RestatementSetting {

    @Test
    void a_new_version_restates_what_it_removes_and_adds() {
        load(put("a.csv", event(0, "ann"), event(1, "bob"), event(2, "cid"), event(8, "ann")));
        load(put("a.csv", event(0, "ann"), event(3, "dan"), event(8, "ann")));

        assertThat(restatements()).containsExactly("acme 2025-06-02 users 3 -> 2 events 3 -> 2: a.csv -3, a.csv +2");
    }

    @Test
    void a_new_version_with_the_same_numbers_restates_nothing() {
        load(put("a.csv", event(0, "ann"), event(8, "ann")));
        load(put("a.csv", event(0, "ann"), event(8, "ann"), event(15, "ann")));

        assertThat(restatements()).isEmpty();
    }

    @Test
    void a_refused_new_version_restates_by_what_it_took_out() {
        load(put("a.csv", event(0, "ann")), put("b.csv", event(8, "ann")));
        central.put("acme", "a.csv", "nothing,of,use");
        load(ObjectKey.aggregated(ACME, "a.csv"));

        assertThat(restatements()).containsExactly("acme 2025-06-02 users 1 -> 0 events 1 -> 0: a.csv -1");
    }

    @Test
    void one_that_is_refused_for_its_rejects_restates_by_nothing_else() {
        load(put("a.csv", event(0, "ann")), put("b.csv", event(8, "ann")));
        load(put("a.csv", event(1, "bob"), "bad", "worse", "no"));

        assertThat(restatements()).containsExactly("acme 2025-06-02 users 1 -> 0 events 1 -> 0: a.csv -1");
    }

    @Test
    void unload_and_reload_restate_there_and_back() {
        load(put("a.csv", event(0, "ann")), put("b.csv", event(1, "bob"), event(8, "bob")));

        job().unload("b.csv");
        assertThat(restatements()).containsExactly("acme 2025-06-02 users 2 -> 1 events 2 -> 1: b.csv -1");

        job().reload("b.csv");
        assertThat(restatements())
                .as("the data reaches no longer, but the week was reported")
                .contains("acme 2025-06-02 users 1 -> 2 events 1 -> 2: b.csv +1");
    }

    @Test
    void rows_that_come_back_from_another_file_restate_nothing() {
        load(put("a.csv", event(0, "ann"), event(8, "ann")));
        load(put("b.csv", event(0, "ann"), event(9, "ann")));
        job().unload("a.csv");

        assertThat(restatements()).as("b's week from 9 June isn't over").isEmpty();
        load(put("c.csv", event(14, "ann")));
        job().reload("a.csv");
        assertThat(restatements()).containsExactly("acme 2025-06-09 users 1 -> 1 events 1 -> 2: a.csv +1");
    }

    @Test
    void what_comes_back_is_said_beside_what_left() {
        load(put("a.csv", event(0, "ann"), event(1, "bob")));
        load(put("b.csv", event(0, "ann"), event(8, "ann")));
        job().unload("a.csv");

        assertThat(restatements()).containsExactly("acme 2025-06-02 users 2 -> 1 events 2 -> 1: a.csv -2, b.csv +1");
    }

    @Test
    void a_row_that_comes_back_at_another_time_is_found() {
        policies = policies(Policies.DEFAULT.sameKey(), RowIdentity.IDENTIFIER);
        String header = "timestamp,event,userId,unique_identifier";
        load(central.put("acme", "a.csv", header, event(1, "ann") + ",x"));
        load(central.put("acme", "b.csv", header, event(8, "ann") + ",x", event(22, "ann") + ",y"));
        job().unload("a.csv");

        assertThat(restatements())
                .containsExactly(
                        "acme 2025-06-02 users 1 -> 0 events 1 -> 0: a.csv -1",
                        "acme 2025-06-09 users 0 -> 1 events 0 -> 1: b.csv +1");
    }

    @Test
    void a_copy_that_takes_over_restates_nothing() {
        load(put("a.csv", event(0, "ann"), event(8, "ann")));
        load(put("copy.csv", event(0, "ann"), event(8, "ann")));
        job().unload("a.csv");
        job().reload("a.csv");

        assertThat(restatements()).isEmpty();
    }
}
