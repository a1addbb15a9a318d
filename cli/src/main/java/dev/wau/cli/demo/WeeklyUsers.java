package dev.wau.cli.demo;

import dev.wau.analyse.ReportTable;
import dev.wau.cli.terminal.BarChart;
import dev.wau.cli.terminal.Terminal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The weeks of a weekly report.
 *
 * @param title of the report
 * @param weeks in order
 */
record WeeklyUsers(String title, List<Week> weeks) {
    WeeklyUsers {
        weeks = List.copyOf(weeks);
    }

    /**
     * One week.
     *
     * @param monday its first day
     * @param users active
     * @param complete whether every expected customer's data reaches its end
     * @param customers {@code 7 of 8}
     */
    record Week(LocalDate monday, long users, boolean complete, String customers) {}

    /** From a report's rows. */
    static WeeklyUsers of(ReportTable table) {
        List<Week> weeks = new ArrayList<>();
        for (List<@Nullable Object> row : table.rows()) {
            if (row.get(table.indexOf("first_day")) instanceof LocalDate monday
                    && row.get(table.indexOf("users")) instanceof Long users) {
                boolean complete = "complete".equals(row.get(table.indexOf("completeness")));
                weeks.add(new Week(monday, users, complete, String.valueOf(row.get(table.indexOf("customers")))));
            }
        }
        return new WeeklyUsers(table.title(), weeks);
    }

    /** Active users by the week's Monday. */
    SortedMap<LocalDate, Long> byMonday() {
        SortedMap<LocalDate, Long> users = new TreeMap<>();
        weeks.forEach(week -> users.put(week.monday(), week.users()));
        return users;
    }

    /** The week from this day. */
    Week week(LocalDate monday) {
        return weeks.stream()
                .filter(week -> week.monday().equals(monday))
                .findFirst()
                .orElse(new Week(monday, 0, false, "0"));
    }

    /** A chart of the last weeks. */
    void print(Terminal terminal, int last) {
        BarChart chart = new BarChart();
        for (Week week : weeks.subList(Math.max(0, weeks.size() - last), weeks.size())) {
            if (week.complete()) {
                chart.bar(week.monday().toString(), week.users());
            } else {
                chart.provisional(week.monday().toString(), week.users(), week.customers() + " customers");
            }
        }
        chart.print(terminal);
    }
}
