package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.Count;
import dev.wau.analyse.ActivityStore.Reach;
import dev.wau.analyse.ReportColumn.Place;
import dev.wau.analyse.ReportTable.Chart;
import dev.wau.model.Customer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * weekly, daily, monthly: active users in each window. The change is to the window that ends on the day before this one
 * begins, so the two never overlap; it is empty where other customers cover that window, because then the numbers don't
 * compare.
 */
final class ActiveUsersReport {

    /** The customer cell of rows over all; no customer's name begins like this. */
    static final String ALL = "(all)";

    private final Inquiry inquiry;
    private final Metric metric;
    private final List<Window> windows;
    private final RestatedWeeks restated;

    ActiveUsersReport(Inquiry inquiry) {
        this.inquiry = inquiry;
        metric = Metric.of(inquiry.request());
        windows = metric.windows(inquiry.windows(), inquiry.from(), inquiry.to());
        restated = metric == Metric.CALENDAR_WEEK
                ? new RestatedWeeks(inquiry.store().restated(windows, inquiry.windows(), inquiry.scope()))
                : RestatedWeeks.NONE;
    }

    ReportTable table() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (inquiry.touchesData()) {
            rows.addAll(byCustomer() ? totalsAndCustomers() : totals());
        }
        Chart chart = byCustomer() ? null : new Chart(metric.label(), List.of("users"));
        LocalDate lastDay = windows.isEmpty()
                ? inquiry.to()
                : windows.get(windows.size() - 1).last();
        return inquiry.table(metric.title(), columns(), rows, chart, notes(), lastDay);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(metric.notes());
        notes.addAll(restated.notes(inquiry.from()));
        return notes;
    }

    private boolean byCustomer() {
        return inquiry.request().breakdown() == Breakdown.BY_CUSTOMER
                && inquiry.request().customer() == null;
    }

    private List<ReportColumn> columns() {
        List<ReportColumn> columns = new ArrayList<>(List.of(
                Cells.data("metric", ColumnType.TEXT),
                new ReportColumn(
                        "customer", "Customer", ColumnType.TEXT, byCustomer() ? Place.EVERYWHERE : Place.DATA_ONLY),
                new ReportColumn("first_day", metric.firstHeading(), ColumnType.DATE, metric.firstPlace()),
                new ReportColumn("last_day", metric.lastHeading(), ColumnType.DATE, metric.lastPlace()),
                Cells.shown("users", "Users", ColumnType.COUNT),
                Cells.shown("change_percent", "Change", ColumnType.CHANGE),
                Cells.shown("events", "Events", ColumnType.COUNT),
                Cells.data("restated", ColumnType.COUNT)));
        columns.addAll(Cells.COMPLETENESS);
        return columns;
    }

    private List<List<@Nullable Object>> totals() {
        Customer customer = inquiry.request().customer();
        return rows(customer, inquiry.coverage(), byFirstDay(inquiry.store().activeUsers(windows, inquiry.scope())));
    }

    /** The totals are the customers' sums: asking for them too would count everything twice. */
    private List<List<@Nullable Object>> totalsAndCustomers() {
        List<Count> counts = inquiry.store().activeUsersByCustomer(windows, inquiry.scope());
        List<List<@Nullable Object>> rows = new ArrayList<>(rows(null, inquiry.coverage(), sums(counts)));
        Map<@Nullable Customer, List<Count>> own = counts.stream().collect(Collectors.groupingBy(Count::customer));
        for (Reach reach : Reports.reaches(inquiry.basis())) {
            rows.addAll(rows(
                    reach.customer(),
                    Coverage.of(inquiry.windows(), List.of(reach), List.of()),
                    byFirstDay(own.getOrDefault(reach.customer(), List.of()))));
        }
        return rows;
    }

    private static Map<LocalDate, Count> sums(List<Count> counts) {
        return counts.stream()
                .collect(Collectors.toMap(
                        Count::window,
                        count -> count,
                        (one, other) -> new Count(
                                one.window(), null, one.users() + other.users(), one.events() + other.events())));
    }

    private static Map<LocalDate, Count> byFirstDay(List<Count> counts) {
        return counts.stream().collect(Collectors.toMap(Count::window, count -> count));
    }

    private List<List<@Nullable Object>> rows(
            @Nullable Customer customer, Coverage coverage, Map<LocalDate, Count> counts) {
        Map<LocalDate, Window> byLastDay = new HashMap<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Window window : windows) {
            byLastDay.put(window.last(), window);
            if (!window.last().isBefore(inquiry.from())) {
                Window before = byLastDay.get(window.first().minusDays(1));
                rows.add(row(customer, coverage, counts, window, before));
            }
        }
        return rows;
    }

    private List<@Nullable Object> row(
            @Nullable Customer customer,
            Coverage coverage,
            Map<LocalDate, Count> counts,
            Window window,
            @Nullable Window before) {
        Count count = counts.get(window.first());
        List<@Nullable Object> row = new ArrayList<>();
        row.add(metric.code());
        row.add(customer == null ? ALL : customer.name());
        row.add(window.first());
        row.add(window.last());
        row.add(count == null ? 0L : count.users());
        row.add(before == null ? null : change(coverage, counts, window, before));
        row.add(count == null ? 0L : count.events());
        row.add(metric == Metric.CALENDAR_WEEK ? restated.times(window.first(), customer) : null);
        row.addAll(Cells.completeness(coverage, window.last()));
        return row;
    }

    private static @Nullable Double change(
            Coverage coverage, Map<LocalDate, Count> counts, Window window, Window before) {
        Count earlier = counts.get(before.first());
        if (earlier == null || !coverage.comparable(window.last(), before.last())) {
            return null;
        }
        Count count = counts.get(window.first());
        return Cells.change((double) earlier.users(), (double) (count == null ? 0 : count.users()));
    }
}
