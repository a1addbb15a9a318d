package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Windows;
import dev.wau.load.Restatement;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A week that was reported doesn't change without a trace, on any warehouse: before, after and the file. Weeks here begin
 * on Monday, 2 June 2025 (day 0), and are over for a customer once its data reaches the next Monday.
 */
public abstract class RestatementContract extends RestatementSetting {

    @Test
    void first_data_restates_nothing_whatever_its_order() {
        load(put("a.csv", event(0, "ann"), event(30, "ann")));

        assertThat(restatements()).isEmpty();
    }

    @Test
    void a_late_file_restates_the_weeks_it_changes() {
        load(put("a.csv", event(0, "ann"), event(7, "ann"), event(14, "ann")));
        load(put("late.csv", event(1, "bob"), event(2, "bob"), event(8, "ann")));

        assertThat(restatements())
                .containsExactly(
                        "acme 2025-06-02 users 1 -> 2 events 1 -> 3: late.csv +2",
                        "acme 2025-06-09 users 1 -> 1 events 1 -> 2: late.csv +1");
        Restatement first = listed().get(0).restatement();
        assertThat(first.run()).isEqualTo(lastRun());
        assertThat(first.calendar()).isEqualTo(rules.calendar());
        assertThat(first.week()).isEqualTo(rules.calendar().between(MONDAY, MONDAY.plusDays(6)));
        assertThat(warehouse.activity().restated(List.of(first.week()), rules.calendar(), Scope.all(rules.active())))
                .singleElement()
                .satisfies(week -> assertThat(week.lastFile().fileName()).isEqualTo("late.csv"));
    }

    @Test
    void an_open_week_is_not_restated() {
        load(put("a.csv", event(0, "ann")));
        load(put("b.csv", event(1, "bob"), "2025-06-08 23:59:59.999999,login,cid"));
        assertThat(restatements()).isEmpty();

        load(put("c.csv", "2025-06-09 00:00:00,login,ann"));
        assertThat(restatements()).as("the week is over only now").isEmpty();
        load(put("d.csv", event(1, "dan")));

        assertThat(restatements()).containsExactly("acme 2025-06-02 users 3 -> 4 events 3 -> 4: d.csv +1");
    }

    @Test
    void a_customer_is_late_by_its_own_data_alone() {
        load(put("a.csv", event(0, "ann")), central.put("zeta", "z.csv", lines(event(20, "zoe"))));
        load(put("b.csv", event(1, "bob")), central.put("zeta", "y.csv", lines(event(1, "yan"))));

        assertThat(restatements()).containsExactly("zeta 2025-06-02 users 0 -> 1 events 0 -> 1: y.csv +1");
    }

    @Test
    void an_event_dated_in_the_future_ends_no_week() {
        now = Instant.parse("2025-06-05T00:00:00Z");
        load(put("a.csv", event(0, "ann"), "2999-01-01 00:00:00,login,ann"));
        load(put("b.csv", event(1, "bob")));

        assertThat(restatements()).isEmpty();
    }

    @Test
    void a_wholly_suppressed_overlap_restates_nothing() {
        load(put("a.csv", event(0, "ann"), event(1, "bob"), event(8, "ann")));
        load(put("b.csv", event(1, "bob"), event(0, "ann")));

        assertThat(restatements()).isEmpty();
        assertThat(listed()).isEmpty();
    }

    @Test
    void several_files_of_one_run_each_have_their_part() {
        load(put("a.csv", event(0, "ann"), event(8, "ann")));
        load(put("b.csv", event(1, "bob")), put("c.csv", event(1, "bob"), event(2, "cid"), event(3, "cid")));

        // One of the two carries bob's event: which one may depend on the order in which they were read.
        assertThat(restatements())
                .hasSize(1)
                .isSubsetOf(
                        "acme 2025-06-02 users 1 -> 3 events 1 -> 4: b.csv +1, c.csv +2",
                        "acme 2025-06-02 users 1 -> 3 events 1 -> 4: c.csv +3");
    }

    @Test
    void weeks_and_active_events_are_those_of_the_configuration() {
        Windows calendar = new Windows(ZoneId.of("Asia/Kathmandu"), DayOfWeek.SUNDAY);
        rules = new ReportRules(calendar, new ActiveEvents(Set.of(), Set.of("ping")));
        load(put("a.csv", event(0, "ann"), "2025-06-07 18:15:00,login,ann"));
        load(put(
                "late.csv",
                "2025-05-31 18:14:59,login,bob",
                "2025-05-31 18:15:00,login,bob",
                "2025-06-07 18:14:59,login,bob",
                "2025-06-03 18:15:00,ping,eve"));

        assertThat(restatements())
                .containsExactly(
                        "acme 2025-05-25 users 0 -> 1 events 0 -> 1: late.csv +1",
                        "acme 2025-06-01 users 1 -> 2 events 1 -> 3: late.csv +2");
        assertThat(listed().get(0).restatement().calendar()).isEqualTo(calendar);
        assertThat(listed().get(0).restatement().week().end()).isEqualTo("2025-05-31T18:15:00Z");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_load_that_adds_a_column_restates_like_any_other() {
        load(put("a.csv", event(0, "ann"), event(1, "bob"), event(8, "ann")));
        load(put("b.csv", event(1, "bob")));
        load(central.put(
                "acme",
                "a.csv",
                "timestamp,event,userId,colour",
                event(0, "ann") + ",red",
                event(0, "ann") + ",blue",
                event(0, "dan") + ",",
                "1970-01-01 00:00:00,login,bob,red"));

        assertThat(restatements())
                .containsExactly(
                        "acme 1969-12-29 users 0 -> 1 events 0 -> 1: a.csv +1",
                        "acme 2025-06-02 users 2 -> 3 events 2 -> 4: a.csv -2, b.csv +1, a.csv +3");
    }

    @Test
    void nonsense_times_cost_no_window_for_each_week_since() {
        load(put("a.csv", event(0, "ann"), event(8, "ann")));
        load(put("b.csv", "0001-03-04 00:00:00,login,bob", "1970-01-01 00:00:00,login,bob", event(1, "bob")));

        assertThat(restatements())
                .containsExactly(
                        "acme 0001-02-26 users 0 -> 1 events 0 -> 1: b.csv +1",
                        "acme 1969-12-29 users 0 -> 1 events 0 -> 1: b.csv +1",
                        "acme 2025-06-02 users 1 -> 2 events 1 -> 2: b.csv +1");
    }
}
