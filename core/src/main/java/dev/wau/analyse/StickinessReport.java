package dev.wau.analyse;

import dev.wau.analyse.ReportTable.Chart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * stickiness: DAU / MAU. Both are of the same 28 days, those that end with the row's last day: MAU is the number of
 * users active in them; DAU is the average of the daily active users over those of the 28 days that the data has, from
 * the day of the first event to the day of the newest one ({@code days}). Rows end with each week, or with each day for
 * rolling windows. 100 % means that every user came every day.
 */
final class StickinessReport {

    private static final List<ReportColumn> COLUMNS = List.of(
            Cells.data("metric", ColumnType.TEXT),
            Cells.data("customer", ColumnType.TEXT),
            Cells.data("first_day", ColumnType.DATE),
            Cells.shown("last_day", "28 days to", ColumnType.DATE),
            Cells.shown("stickiness_percent", "Stickiness", ColumnType.PERCENT),
            Cells.shown("change_percent", "Change", ColumnType.CHANGE),
            Cells.shown("daily_average", "DAU (average)", ColumnType.DECIMAL),
            Cells.shown("users", "MAU", ColumnType.COUNT),
            Cells.data("days", ColumnType.COUNT));

    private final Inquiry inquiry;
    private final List<Window> windows;

    StickinessReport(Inquiry inquiry) {
        this.inquiry = inquiry;
        windows = inquiry.request().kind() == WindowKind.ROLLING
                ? Metric.ROLLING_28_DAYS.windows(inquiry.windows(), inquiry.from(), inquiry.to())
                : inquiry.windows().weeks(inquiry.from().minusWeeks(4), inquiry.to()).stream()
                        .map(week -> inquiry.windows()
                                .between(week.last().minusDays(Windows.ROLLING_MONTH - 1L), week.last()))
                        .toList();
    }

    ReportTable table() {
        List<ReportColumn> columns = new ArrayList<>(COLUMNS);
        columns.addAll(Cells.COMPLETENESS);
        return inquiry.table(
                "Stickiness, DAU / MAU over 28 days",
                columns,
                inquiry.touchesData() ? rows() : List.of(),
                new Chart("last_day", List.of("stickiness_percent")),
                List.of(
                        "DAU is the average of the daily users over the same 28 days as MAU; the change is to the 28 days"
                                + " before them."),
                windows.get(windows.size() - 1).last());
    }

    private List<List<@Nullable Object>> rows() {
        List<Window> days = inquiry.windows()
                .days(windows.get(0).first(), windows.get(windows.size() - 1).last());
        List<Map<LocalDate, Long>> users = inquiry.store().users(List.of(windows, days), inquiry.scope());
        Map<LocalDate, Long> monthly = users.get(0);
        Map<LocalDate, Long> daily = users.get(1);
        Map<LocalDate, Figures> byLastDay = windows.stream()
                .map(window -> figures(window, monthly.getOrDefault(window.first(), 0L), daily))
                .collect(Collectors.toMap(figures -> figures.window().last(), figures -> figures));
        return windows.stream()
                .filter(window -> !window.last().isBefore(inquiry.from()))
                .map(window -> row(
                        Objects.requireNonNull(byLastDay.get(window.last())),
                        byLastDay.get(window.first().minusDays(1))))
                .toList();
    }

    private Figures figures(Window window, long users, Map<LocalDate, Long> daily) {
        List<Window> days = inquiry.windows().days(window.first(), window.last()).stream()
                .filter(day -> inquiry.coverage().holds(day.first()))
                .toList();
        long sum = days.stream()
                .mapToLong(day -> daily.getOrDefault(day.first(), 0L))
                .sum();
        return new Figures(window, users, days.size(), days.isEmpty() ? 0 : (double) sum / days.size());
    }

    private List<@Nullable Object> row(Figures figures, @Nullable Figures before) {
        LocalDate lastDay = figures.window().last();
        List<@Nullable Object> row = new ArrayList<>();
        row.add("dau_mau_28_days");
        row.add(inquiry.customerName());
        row.add(figures.window().first());
        row.add(lastDay);
        row.add(Cells.percent(figures.average(), (double) figures.users()));
        row.add(
                before != null
                                && inquiry.coverage()
                                        .comparable(lastDay, before.window().last())
                        ? Cells.change(before.ratio(), figures.ratio())
                        : null);
        row.add(Cells.rounded(figures.average()));
        row.add(figures.users());
        row.add((long) figures.days());
        row.addAll(Cells.completeness(inquiry.coverage(), lastDay));
        return row;
    }

    private record Figures(Window window, long users, int days, double average) {
        double ratio() {
            return users == 0 ? 0 : average / (double) users;
        }
    }
}
