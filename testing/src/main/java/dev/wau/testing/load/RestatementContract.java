package dev.wau.testing.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.analyse.ActiveEvents;
import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.ReportRules;
import dev.wau.analyse.Windows;
import dev.wau.config.Policies;
import dev.wau.csv.Limits;
import dev.wau.csv.RowIdentity;
import dev.wau.load.FileState;
import dev.wau.load.LoadHistory;
import dev.wau.load.LoadHistory.HistoryRestatement;
import dev.wau.load.LoadJob;
import dev.wau.load.LoadRun;
import dev.wau.load.LoadTransaction;
import dev.wau.load.Restatement;
import dev.wau.load.Restatement.FileChange;
import dev.wau.load.Restatement.Numbers;
import dev.wau.load.Warehouse;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.RunId;
import dev.wau.progress.Progress;
import dev.wau.testing.store.MemoryObjectStore;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A week that was reported doesn't change without a trace, on any warehouse: before, after and the file. Weeks here begin
 * on Monday, 2 June 2025 (day 0), and are over for a customer once its data reaches the next Monday.
 */
public abstract class RestatementContract {

    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final Customer ACME = new Customer("acme");

    private TestingCentralBucket central;
    private Warehouse warehouse;
    private ReportRules rules = ReportRules.DEFAULT;
    private Policies policies = Policies.DEFAULT;
    private Instant now = Instant.parse("2025-08-01T00:00:00Z");
    private int batches;

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
        Restatement first = rows().get(0).restatement();
        assertThat(first.run()).isEqualTo(lastRun());
        assertThat(first.calendar()).isEqualTo(rules.calendar());
        assertThat(first.week()).isEqualTo(rules.calendar().between(MONDAY, MONDAY.plusDays(6)));
        assertThat(warehouse
                        .activity()
                        .restated(List.of(first.week()), rules.calendar(), new Scope(null, rules.active())))
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
        assertThat(rows()).isEmpty();
    }

    @Test
    void several_files_of_one_run_each_have_their_part() {
        load(put("a.csv", event(0, "ann"), event(8, "ann")));
        load(put("b.csv", event(1, "bob")), put("c.csv", event(1, "bob"), event(2, "cid"), event(3, "cid")));

        assertThat(restatements()).containsExactly("acme 2025-06-02 users 1 -> 3 events 1 -> 4: b.csv +1, c.csv +2");
    }

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
        load(put("a.csv", event(0, "ann"), event(8, "ann")), put("b.csv", event(0, "ann"), event(9, "ann")));
        job().unload("a.csv");

        assertThat(restatements()).as("b's week from 9 June isn't over").isEmpty();
        load(put("c.csv", event(14, "ann")));
        job().reload("a.csv");
        assertThat(restatements()).containsExactly("acme 2025-06-09 users 1 -> 1 events 1 -> 2: a.csv +1");
    }

    @Test
    void what_comes_back_is_said_beside_what_left() {
        load(put("a.csv", event(0, "ann"), event(1, "bob")), put("b.csv", event(0, "ann"), event(8, "ann")));
        job().unload("a.csv");

        assertThat(restatements()).containsExactly("acme 2025-06-02 users 2 -> 1 events 2 -> 1: a.csv -2, b.csv +1");
    }

    @Test
    void a_row_that_comes_back_at_another_time_is_found() {
        policies = policies(RowIdentity.IDENTIFIER);
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
        assertThat(rows().get(0).restatement().calendar()).isEqualTo(calendar);
        assertThat(rows().get(0).restatement().week().end()).isEqualTo("2025-05-31T18:15:00Z");
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

    @Test
    void a_run_that_rolls_back_restates_nothing() {
        load(put("a.csv", event(0, "ann"), event(8, "ann")));
        load(put("late.csv", event(1, "bob")));
        Restatement done = rows().get(0).restatement();
        try (LoadTransaction transaction = warehouse.begin(run())) {
            transaction.remember(List.of(done));
        }

        assertThat(rows()).hasSize(1);
        try (LoadTransaction transaction = warehouse.begin(run())) {
            transaction.remember(List.of(done));
            transaction.commit("again");
        }
        assertThat(rows()).extracting(HistoryRestatement::restatement).containsExactly(done, done);
    }

    @Test
    void the_transaction_sees_its_own_numbers_and_nobody_else_does() {
        load(put("a.csv", event(0, "ann")));
        var file = warehouse.history().files(LoadHistory.Filter.ALL).get(0);
        var week = List.of(rules.calendar().between(MONDAY, MONDAY.plusDays(6)));
        Scope all = new Scope(null, rules.active());
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
        assertThat(rows()).extracting(HistoryRestatement::changed).isSorted();
    }

    private void load(ObjectKey... keys) {
        job().load(central.marker("b" + ++batches, keys));
    }

    private LoadJob job() {
        return new LoadJob(central.store(), warehouse, policies, Limits.DEFAULT, clock(), Progress.NONE)
                .restating(rules);
    }

    private InstantSource clock() {
        return InstantSource.fixed(now);
    }

    private LoadRun run() {
        return new LoadRun(
                RunId.random(), LoadRun.Kind.UNLOAD, null, now, policies.duplicates(), policies.columns(), 200);
    }

    private static Policies policies(RowIdentity identity) {
        Policies standard = Policies.DEFAULT;
        return new Policies(
                standard.missingCustomers(),
                standard.sameKey(),
                identity,
                standard.columns(),
                standard.maxColumns(),
                standard.maxRejectRatio());
    }

    private RunId lastRun() {
        var runs = warehouse.history().runs();
        return runs.get(runs.size() - 1).run();
    }

    private ObjectKey put(String name, String... records) {
        return central.put("acme", name, lines(records));
    }

    private static String[] lines(String... records) {
        String[] lines = new String[records.length + 1];
        lines[0] = "timestamp,event,userId";
        System.arraycopy(records, 0, lines, 1, records.length);
        return lines;
    }

    private static String event(int day, String user) {
        return MONDAY.plusDays(day) + " 12:00:00,login," + user;
    }

    private List<HistoryRestatement> rows() {
        return warehouse.history().restatements(LoadHistory.Filter.ALL);
    }

    private List<String> restatements() {
        return list(null, null, Integer.MAX_VALUE);
    }

    private List<String> list(@Nullable String customer, @Nullable String key, int limit) {
        return warehouse.history().restatements(new LoadHistory.Filter(customer, key, null, limit)).stream()
                .map(row -> text(row.restatement()))
                .toList();
    }

    /** The parts add up to the whole, whoever's they are. */
    private static String text(Restatement restatement) {
        Numbers before = restatement.before();
        Numbers after = restatement.after();
        assertThat(restatement.files().stream().mapToLong(FileChange::events).sum())
                .as("%s", restatement)
                .isEqualTo(after.events() - before.events());
        return restatement.customer() + " " + restatement.week().first() + " users " + before.users() + " -> "
                + after.users() + " events " + before.events() + " -> " + after.events() + ": "
                + restatement.files().stream()
                        .map(file -> file.key().fileName() + (file.events() < 0 ? " " : " +") + file.events())
                        .collect(Collectors.joining(", "));
    }
}
