package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.Retention;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * retention: weekly cohorts. A cohort are the users whose first activity ever lies in the week; week n says how many of
 * them were active in the n-th week after it, whatever they did between (recurring). Cells of weeks after the range or
 * after the newest event are empty: nobody knows yet.
 */
final class RetentionReport {

    private final Inquiry inquiry;
    private final List<Window> weeks;

    RetentionReport(Inquiry inquiry) {
        this.inquiry = inquiry;
        weeks = inquiry.windows().weeks(inquiry.from(), inquiry.to());
    }

    ReportTable table() {
        return inquiry.table(
                "Retention of weekly cohorts",
                columns(),
                inquiry.touchesData() ? rows() : List.of(),
                null,
                notes(),
                weeks.get(weeks.size() - 1).last());
    }

    private List<ReportColumn> columns() {
        List<ReportColumn> columns = new ArrayList<>(List.of(
                Cells.data("customer", ColumnType.TEXT),
                Cells.shown("first_day", "New in week", ColumnType.DATE),
                Cells.data("last_day", ColumnType.DATE),
                Cells.shown("new", "New", ColumnType.COUNT)));
        for (int week = 1; week < weeks.size(); week++) {
            columns.add(Cells.shown("week_" + week + "_percent", "+" + week, ColumnType.PERCENT));
            columns.add(Cells.data("week_" + week + "_users", ColumnType.COUNT));
        }
        Cells.COMPLETENESS.forEach(column -> columns.add(Cells.data(column.name(), column.type())));
        return columns;
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(List.of(
                "+n: how many of a week's new users were active in the n-th week after. New: first activity ever."));
        weeks.stream()
                .filter(week -> known(week) && !inquiry.coverage().complete(week.last()))
                .map(week -> "The week from " + week.first() + " is provisional ("
                        + inquiry.coverage().covering(week.last()) + " of "
                        + inquiry.coverage().expected() + " customers): its numbers may rise.")
                .forEach(notes::add);
        return notes;
    }

    private List<List<@Nullable Object>> rows() {
        Map<LocalDate, Map<Integer, Long>> cohorts = inquiry.store().retention(weeks, inquiry.scope()).stream()
                .collect(Collectors.groupingBy(
                        Retention::cohort, Collectors.toMap(Retention::offset, Retention::users)));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int index = 0; index < weeks.size(); index++) {
            rows.add(row(index, cohorts.getOrDefault(weeks.get(index).first(), Map.of())));
        }
        return rows;
    }

    private List<@Nullable Object> row(int index, Map<Integer, Long> users) {
        Window week = weeks.get(index);
        long added = users.getOrDefault(0, 0L);
        List<@Nullable Object> row = new ArrayList<>();
        row.add(inquiry.customerName());
        row.add(week.first());
        row.add(week.last());
        row.add(added);
        for (int offset = 1; offset < weeks.size(); offset++) {
            boolean known = index + offset < weeks.size() && known(weeks.get(index + offset));
            Long active = known ? users.getOrDefault(offset, 0L) : null;
            row.add(active == null ? null : Cells.percent(active.doubleValue(), (double) added));
            row.add(active);
        }
        row.addAll(Cells.completeness(inquiry.coverage(), week.last()));
        return row;
    }

    private boolean known(Window week) {
        LocalDate newest = inquiry.coverage().last();
        return newest != null && !week.first().isAfter(newest);
    }
}
