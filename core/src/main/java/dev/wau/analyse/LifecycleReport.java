package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.Lifecycle;
import dev.wau.analyse.ReportTable.Chart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * lifecycle: the users of each calendar week by what they did before. New: first activity ever. Returning: active in the
 * week before too. Resurrected: active before, but not in the week before. Dormant: active in the week before, not in
 * this one. So new + returning + resurrected are the week's users, and returning + dormant those of the week before.
 */
final class LifecycleReport {

    private static final List<ReportColumn> COLUMNS = List.of(
            Cells.data("customer", ColumnType.TEXT),
            Cells.shown("first_day", "Week from", ColumnType.DATE),
            Cells.data("last_day", ColumnType.DATE),
            Cells.shown("new", "New", ColumnType.COUNT),
            Cells.shown("returning", "Returning", ColumnType.COUNT),
            Cells.shown("resurrected", "Resurrected", ColumnType.COUNT),
            Cells.shown("dormant", "Dormant", ColumnType.COUNT),
            Cells.shown("users", "Users", ColumnType.COUNT),
            Cells.shown("change_percent", "Change", ColumnType.CHANGE));

    private final Inquiry inquiry;
    private final List<Window> weeks;

    LifecycleReport(Inquiry inquiry) {
        this.inquiry = inquiry;
        // two weeks more: one for who returns, one for that week's own users, to which the first change is
        weeks = inquiry.windows().weeks(inquiry.from().minusWeeks(2), inquiry.to());
    }

    ReportTable table() {
        List<ReportColumn> columns = new ArrayList<>(COLUMNS);
        columns.addAll(Cells.COMPLETENESS);
        return inquiry.table(
                "Users by lifecycle",
                columns,
                inquiry.touchesData() ? rows() : List.of(),
                new Chart("first_day", List.of("new", "returning", "resurrected")),
                List.of(
                        "New: first activity ever. Returning: active in the week before too. Resurrected: active before,"
                                + " not in the week before. Dormant: active in the week before, not in this one."),
                weeks.get(weeks.size() - 1).last());
    }

    private List<List<@Nullable Object>> rows() {
        Map<LocalDate, Lifecycle> stages = inquiry.store().lifecycle(weeks, inquiry.scope()).stream()
                .collect(Collectors.toMap(Lifecycle::window, stage -> stage));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int index = 1; index < weeks.size(); index++) {
            if (!weeks.get(index).last().isBefore(inquiry.from())) {
                rows.add(row(stages, weeks.get(index), weeks.get(index - 1)));
            }
        }
        return rows;
    }

    private List<@Nullable Object> row(Map<LocalDate, Lifecycle> stages, Window week, Window before) {
        Lifecycle stage = stage(stages, week);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(inquiry.customerName());
        row.add(week.first());
        row.add(week.last());
        row.add(stage.added());
        row.add(stage.returning());
        row.add(stage.resurrected());
        row.add(stage.dormant());
        row.add(users(stage));
        row.add(
                inquiry.coverage().comparable(week.last(), before.last())
                        ? Cells.change((double) users(stage(stages, before)), (double) users(stage))
                        : null);
        row.addAll(Cells.completeness(inquiry.coverage(), week.last()));
        return row;
    }

    private static Lifecycle stage(Map<LocalDate, Lifecycle> stages, Window week) {
        return stages.getOrDefault(week.first(), new Lifecycle(week.first(), 0, 0, 0, 0));
    }

    private static long users(Lifecycle stage) {
        return stage.added() + stage.returning() + stage.resurrected();
    }
}
