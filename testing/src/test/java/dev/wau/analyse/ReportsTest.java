package dev.wau.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.load.FileState;
import dev.wau.model.Customer;
import dev.wau.testing.activity.ActivityData;
import dev.wau.testing.activity.ActivityData.Batch;
import dev.wau.testing.activity.ActivityData.Event;
import dev.wau.testing.activity.ActivityData.File;
import dev.wau.testing.activity.MemoryActivityStore;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final Customer ACME = new Customer("acme");
    private static final Customer GLOBEX = new Customer("globex");
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-07-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<Event> events = new ArrayList<>();

    @Test
    void weeklyShowsEachWeekWithItsChange() {
        active(ACME, "ann", 0, 7, 14);
        active(ACME, "bob", 1, 8);
        active(ACME, "eve", 9, 20);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY));

        assertThat(table.title()).isEqualTo("Weekly active users (all customers, UTC, weeks from Monday)");
        assertThat(column(table, "metric")).containsOnly("calendar_week");
        assertThat(column(table, "first_day")).containsExactly(MONDAY, MONDAY.plusDays(7), MONDAY.plusDays(14));
        assertThat(column(table, "users")).containsExactly(2L, 3L, 2L);
        assertThat(column(table, "events")).containsExactly(2L, 3L, 2L);
        assertThat(column(table, "change_percent")).containsExactly(null, 50.0, -33.3);
        assertThat(column(table, "completeness")).containsOnly("complete");
        assertThat(table.chart()).isEqualTo(new ReportTable.Chart("first_day", List.of("users")));
    }

    @Test
    void theFirstRowsChangeIsToTheWeekBeforeTheRange() {
        active(ACME, "ann", 0, 7, 13);
        active(ACME, "bob", 1);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY).between(MONDAY.plusDays(7), null));

        assertThat(column(table, "users")).containsExactly(1L);
        assertThat(column(table, "change_percent")).containsExactly(-50.0);
    }

    @Test
    void rollingComparesWithTheSevenDaysBefore() {
        active(ACME, "ann", 0, 8);
        active(ACME, "bob", 2, 8);
        active(ACME, "eve", 8);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY)
                .with(WindowKind.ROLLING)
                .between(MONDAY.plusDays(7), MONDAY.plusDays(9)));

        assertThat(column(table, "metric")).containsOnly("rolling_7_days");
        assertThat(column(table, "last_day"))
                .containsExactly(MONDAY.plusDays(7), MONDAY.plusDays(8), MONDAY.plusDays(9));
        assertThat(column(table, "users")).containsExactly(1L, 3L, 3L);
        assertThat(column(table, "change_percent").subList(0, 2)).containsExactly(0.0, 200.0);
        assertThat(table.chart()).isEqualTo(new ReportTable.Chart("last_day", List.of("users")));
    }

    @Test
    void aCustomerThatIsLateMakesTheWeekProvisionalAndItsChangeEmpty() {
        active(ACME, "ann", 0, 6, 7, 13);
        active(GLOBEX, "ann", 0, 6, 7);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY));

        assertThat(column(table, "completeness")).containsExactly("complete", "provisional");
        assertThat(column(table, "customers")).containsExactly("2 of 2", "1 of 2");
        assertThat(column(table, "change_percent")).containsExactly(null, null);
        assertThat(table.basis().sentence())
                .isEqualTo(
                        "stands on 2 files, 1 batch, 1 of 2 customers to 2025-06-15; times in UTC, weeks from Monday");
        assertThat(table.basis().complete()).isFalse();
    }

    @Test
    void aCustomerThatLeftLongAgoDoesNotHideChanges() {
        active(GLOBEX, "ann", -20);
        active(ACME, "ann", 0, 6, 7, 13);
        active(ACME, "bob", 13);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY).between(MONDAY.plusDays(7), null));

        assertThat(column(table, "customers")).containsExactly("1 of 2");
        assertThat(column(table, "change_percent")).containsExactly(100.0);
    }

    @Test
    void aWeekThatHasNotEndedByTheNewestDataIsProvisional() {
        active(ACME, "ann", 0, 6, 9);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY));

        assertThat(column(table, "customers")).containsExactly("1 of 1", "0 of 1");
        assertThat(table.basis().coveredTo()).isEqualTo(MONDAY.plusDays(9));
    }

    @Test
    void byCustomerShowsAllFirstAndThenEachWithItsOwnCompleteness() {
        active(ACME, "ann", 0, 6);
        active(GLOBEX, "ann", 0, 3);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY).with(Breakdown.BY_CUSTOMER));

        assertThat(column(table, "customer")).containsExactly("(all)", "acme", "globex");
        assertThat(column(table, "users")).containsExactly(2L, 1L, 1L);
        assertThat(column(table, "completeness")).containsExactly("provisional", "complete", "provisional");
        assertThat(table.chart()).isNull();
    }

    @Test
    void oneCustomersReportWaitsForThatCustomerOnly() {
        active(ACME, "ann", 0, 6);
        active(GLOBEX, "ann", 0, 3);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY).only(ACME));

        assertThat(table.title()).isEqualTo("Weekly active users (acme, UTC, weeks from Monday)");
        assertThat(column(table, "users")).containsExactly(1L);
        assertThat(column(table, "customers")).containsExactly("1 of 1");
    }

    @Test
    void theZoneAndTheFirstDayOfTheWeekDecideWhereAnEventFalls() {
        events.add(new Event(ACME, Instant.parse("2025-06-07T18:20:00Z"), "login", "ann"));
        ReportTable table = table(ReportRequest.of(Report.WEEKLY).in(ZoneId.of("Asia/Kathmandu"), DayOfWeek.SUNDAY));

        assertThat(column(table, "first_day")).containsExactly(LocalDate.of(2025, 6, 8));
        assertThat(table.basis().sentence()).endsWith("times in Asia/Kathmandu, weeks from Sunday");
    }

    @Test
    void daysWithoutUsersAreZero() {
        active(ACME, "ann", 0, 2);

        assertThat(column(table(ReportRequest.of(Report.DAILY)), "users")).containsExactly(1L, 0L, 1L);
    }

    @Test
    void monthsHaveTwoMetrics() {
        active(ACME, "ann", -5, 3);
        active(ACME, "bob", -4);

        assertThat(column(table(ReportRequest.of(Report.MONTHLY)), "users")).containsExactly(2L, 1L);
        ReportTable rolling =
                table(ReportRequest.of(Report.MONTHLY).with(WindowKind.ROLLING).between(MONDAY.plusDays(3), null));
        assertThat(column(rolling, "users")).containsExactly(2L);
        assertThat(column(rolling, "metric")).containsExactly("rolling_28_days");
    }

    @Test
    void stickinessDividesTheAverageDayByTheFourWeeks() {
        active(ACME, "ann", 0, 1, 2, 3, 4, 5, 6);
        active(ACME, "bob", 6);
        ReportTable table = table(ReportRequest.of(Report.STICKINESS));

        assertThat(column(table, "days")).containsExactly(7L);
        assertThat(column(table, "daily_average")).containsExactly(1.1);
        assertThat(column(table, "users")).containsExactly(2L);
        assertThat(column(table, "stickiness_percent")).containsExactly(57.1);
    }

    @Test
    void lifecycleKnowsTheWeeksBeforeTheRange() {
        active(ACME, "old", -30, 7);
        active(ACME, "ann", 0, 7);
        active(ACME, "bob", 1);
        active(ACME, "eve", 13);
        ReportTable table = table(ReportRequest.of(Report.LIFECYCLE).between(MONDAY.plusDays(7), null));

        assertThat(column(table, "new")).containsExactly(1L);
        assertThat(column(table, "returning")).containsExactly(1L);
        assertThat(column(table, "resurrected")).containsExactly(1L);
        assertThat(column(table, "dormant")).containsExactly(1L);
        assertThat(column(table, "users")).containsExactly(3L);
        assertThat(column(table, "change_percent")).containsExactly(50.0);
    }

    @Test
    void retentionLeavesWhatNobodyKnowsYetEmpty() {
        active(ACME, "ann", 0, 7, 14);
        active(ACME, "bob", 0, 14);
        active(ACME, "eve", 8, 20);
        ReportTable table = table(ReportRequest.of(Report.RETENTION).between(null, MONDAY.plusDays(27)));

        assertThat(column(table, "new")).containsExactly(2L, 1L, 0L, 0L);
        assertThat(column(table, "week_1_percent")).containsExactly(50.0, 100.0, null, null);
        assertThat(column(table, "week_2_percent")).containsExactly(100.0, null, null, null);
        assertThat(column(table, "week_2_users")).containsExactly(2L, null, null, null);
        assertThat(column(table, "week_3_users")).containsExactly(null, null, null, null);
    }

    @Test
    void eventsHaveSharesAndChanges() {
        active(ACME, "ann", 0, 1, 2, 4);
        events.add(new Event(ACME, time(4), "cron", null));
        events.add(new Event(ACME, time(1), "logout", "bob"));
        ReportTable table = table(ReportRequest.of(Report.EVENTS).between(MONDAY.plusDays(2), MONDAY.plusDays(4)));

        assertThat(column(table, "event")).containsExactly("login", "cron");
        assertThat(column(table, "share_percent")).containsExactly(66.7, 33.3);
        assertThat(column(table, "change_percent")).containsExactly(0.0, null);
        assertThat(column(table, "users")).containsExactly(1L, 0L);
    }

    @Test
    void customersStandSideBySide() {
        active(ACME, "ann", 0, 3);
        active(ACME, "bob", 3);
        active(GLOBEX, "ann", 1);
        ReportTable table = table(ReportRequest.of(Report.CUSTOMERS).between(MONDAY.plusDays(2), MONDAY.plusDays(3)));

        assertThat(column(table, "customer")).containsExactly("acme", "globex");
        assertThat(column(table, "users")).containsExactly(2L, 0L);
        assertThat(column(table, "change_percent")).containsExactly(100.0, null);
        assertThat(column(table, "last_event"))
                .containsExactly(time(3).atOffset(ZoneOffset.UTC), time(1).atOffset(ZoneOffset.UTC));
        assertThat(column(table, "completeness")).containsExactly("complete", "provisional");
    }

    @Test
    void theDefaultRangeIsTwelveWeeksToTheNewestEvent() {
        active(ACME, "ann", -300, 0);

        assertThat(column(table(ReportRequest.of(Report.WEEKLY)), "first_day"))
                .hasSize(12)
                .last()
                .isEqualTo(MONDAY);
    }

    @Test
    void anEventInTheFutureDoesNotMoveTheDefaultRange() {
        active(ACME, "ann", 0, 30_000);

        assertThat(column(table(ReportRequest.of(Report.DAILY)), "first_day"))
                .last()
                .isEqualTo(LocalDate.of(2025, 7, 1));
    }

    @Test
    void wrongRequestsSayTheRule() {
        active(ACME, "ann", 0);
        ReportRequest weekly = ReportRequest.of(Report.WEEKLY);

        assertThatThrownBy(() -> table(weekly.between(MONDAY, MONDAY.minusDays(1))))
                .hasMessage("Invalid range: --from 2025-06-02 is after --to 2025-06-01 (both are inclusive)");
        assertThatThrownBy(() -> table(weekly.between(LocalDate.of(2, 1, 1), null)))
                .hasMessage("Invalid range: --from 0002-01-01 (from 1000-01-01 to 9998-12-31)");
        assertThatThrownBy(() -> table(ReportRequest.of(Report.DAILY).between(LocalDate.of(1000, 1, 1), MONDAY)))
                .hasMessage(
                        "Invalid range: 1000-01-01 to 2025-06-02 gives 374,527 windows (at most 4,000: ask for fewer"
                                + " days or a coarser report)");
        assertThatThrownBy(() -> table(weekly.only(GLOBEX))).hasMessage("No data of customer 'globex' (loaded: acme)");
        assertThatThrownBy(() -> table(ReportRequest.of(Report.EVENTS).with(WindowKind.ROLLING)))
                .hasMessage("Invalid request: report 'events' has no rolling windows (weekly, monthly and stickiness"
                        + " have)");
        assertThatThrownBy(() -> table(ReportRequest.of(Report.LIFECYCLE).with(Breakdown.BY_CUSTOMER)))
                .hasMessage("Invalid request: report 'lifecycle' has no rows by customer (weekly, daily and monthly"
                        + " have)");
        assertThatThrownBy(() -> Report.of("weakly"))
                .hasMessage(
                        "Invalid report: 'weakly' (weekly, daily, monthly, stickiness, lifecycle, retention, events,"
                                + " customers)");
    }

    @Test
    void anEmptyWarehouseSaysWhatToDo() {
        for (Report report : Report.values()) {
            ReportTable table = table(ReportRequest.of(report).only(ACME));

            assertThat(table.rows()).isEmpty();
            assertThat(table.notes())
                    .last()
                    .isEqualTo("Nothing is loaded yet: 'wau run' loads what is new, 'wau demo' shows an example.");
            assertThat(table.basis().sentence())
                    .isEqualTo("stands on 0 files, 0 batches, no data; times in UTC, weeks from Monday");
        }
    }

    @Test
    void aRangeWithoutDataSaysWhereTheDataIs() {
        active(ACME, "ann", 0, 3);
        ReportTable table = table(ReportRequest.of(Report.WEEKLY).between(MONDAY.minusDays(60), MONDAY.minusDays(50)));

        assertThat(table.rows()).isEmpty();
        assertThat(table.notes())
                .containsExactly("No data from 2025-04-03 to 2025-04-13: the loaded events go from 2025-06-02 to"
                        + " 2025-06-05 (--from, --to).");
    }

    @Test
    void eventsThatMakeNobodyActiveAreExplained() {
        events.add(new Event(ACME, time(0), "cron", null));

        assertThat(table(ReportRequest.of(Report.WEEKLY)).notes())
                .containsExactly(
                        "No active user from 2025-06-02 to 2025-06-02: 'wau report events' lists what happened;"
                                + " events without a user id and events that wau.yaml doesn't count as active make no user"
                                + " active.");
    }

    private ReportTable table(ReportRequest request) {
        ReportTable table = new Reports(new MemoryActivityStore(this::data), CLOCK).table(request);
        ReportTables.check(table);
        return table;
    }

    /** One loaded file a customer, in one batch that expected them all. */
    private ActivityData data() {
        Set<Customer> customers =
                new TreeSet<>(events.stream().map(Event::customer).toList());
        List<File> files = customers.stream().map(this::file).toList();
        List<Batch> batches = customers.isEmpty() ? List.of() : List.of(new Batch("b-1", time(30), customers));
        return new ActivityData(events, files, batches, 0);
    }

    private File file(Customer customer) {
        List<Instant> times = events.stream()
                .filter(event -> event.customer().equals(customer))
                .map(Event::time)
                .sorted(Comparator.naturalOrder())
                .toList();
        return new File(customer, FileState.LOADED, times.get(0), times.get(times.size() - 1));
    }

    private void active(Customer customer, String user, int... days) {
        Arrays.stream(days).forEach(day -> events.add(new Event(customer, time(day), "login", user)));
    }

    private static Instant time(int day) {
        return MONDAY.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    private static List<@Nullable Object> column(ReportTable table, String name) {
        int index = table.indexOf(name);
        List<@Nullable Object> values = new ArrayList<>();
        table.rows().forEach(row -> values.add(row.get(index)));
        return values;
    }
}
