package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.load.FileState;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadHistory.HistoryRestatement;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Restatement;
import dev.wau.model.Customer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Restatements in the transaction and in the history. */
public abstract class RestatementHistoryContract extends RestatementSetting {

    @Test
    void a_run_that_rolls_back_restates_nothing() {
        load(put("a.csv", event(0, "ann"), event(8, "ann")));
        load(put("late.csv", event(1, "bob")));
        Restatement done = listed().get(0).restatement();
        try (LoadTransaction transaction = warehouse.begin(run())) {
            transaction.remember(List.of(done));
        }

        assertThat(listed()).hasSize(1);
        try (LoadTransaction transaction = warehouse.begin(run())) {
            transaction.remember(List.of(done));
            transaction.commit("again");
        }
        assertThat(listed()).extracting(HistoryRestatement::restatement).containsExactly(done, done);
    }

    @Test
    void the_transaction_sees_its_own_numbers_and_nobody_else_does() {
        load(put("a.csv", event(0, "ann")));
        var file = warehouse.history().files(LoadHistory.Filter.ALL).get(0);
        var week = List.of(rules.calendar().between(MONDAY, MONDAY.plusDays(6)));
        Scope all = Scope.all(rules.active());
        Count one = new Count(MONDAY, null, 1, 1);
        try (LoadTransaction transaction = warehouse.begin(run())) {
            assertThat(transaction.activity().activeUsers(week, all)).containsExactly(one);
            transaction.leave(List.of(file.id()), FileState.UNLOADED);
            assertThat(transaction.activity().activeUsers(week, all)).isEmpty();
            assertThat(transaction.activity().eventsByFile(week, List.of(file.id()), all))
                    .isEmpty();
            assertThat(warehouse.activity().activeUsers(week, all)).containsExactly(one);
        }
        assertThat(warehouse.activity().activeUsers(week, all)).containsExactly(one);
    }

    @Test
    void how_far_data_goes_is_told_of_loaded_files_and_restated_weeks() {
        assertThat(warehouse.history().reached(List.of(ACME))).isEmpty();
        load(put("a.csv", event(0, "ann")), put("b.csv", event(8, "bob")), put("empty.csv"));
        assertThat(warehouse.history().reached(List.of(ACME, new Customer("zeta"))))
                .isEqualTo(Map.of(ACME, Instant.parse("2025-06-10T12:00:00Z")));
        assertThat(warehouse.history().reached(List.of())).isEmpty();

        job().unload("a.csv");
        job().unload("b.csv");
        assertThat(warehouse.history().reached(List.of(ACME)))
                .as("the end of the restated week")
                .isEqualTo(Map.of(ACME, Instant.parse("2025-06-09T00:00:00Z")));
    }

    @Test
    void the_listing_filters_and_keeps_the_newest() {
        load(put("a.csv", event(0, "ann"), event(21, "ann")), central.put("zeta", "a.csv", lines(event(21, "z"))));
        load(put("b.csv", event(0, "bob"), event(7, "bob")));
        load(put("c.csv", event(1, "cid")), central.put("zeta", "c.csv", lines(event(1, "z"))));

        assertThat(list("acme", null, 9)).hasSize(3);
        assertThat(list("zeta", null, 9)).hasSize(1);
        assertThat(list(null, "c.csv", 9)).hasSize(2);
        assertThat(list(null, "csv/acme/c.csv", 9)).hasSize(1);
        assertThat(list("acme", "a.csv", 9)).isEmpty();
        assertThat(list(null, null, 3))
                .containsExactly(
                        "acme 2025-06-09 users 0 -> 1 events 0 -> 1: b.csv +1",
                        "acme 2025-06-02 users 2 -> 3 events 2 -> 3: c.csv +1",
                        "zeta 2025-06-02 users 0 -> 1 events 0 -> 1: c.csv +1");
        assertThat(listed()).extracting(HistoryRestatement::changed).isSorted();
    }
}
