package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.Basis;
import dev.wau.analyse.ActivityStore.Scope;
import dev.wau.analyse.ReportTable.Chart;
import dev.wau.model.Customer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request with what it needs to be answered.
 *
 * @param store where the numbers are
 * @param request what is asked
 * @param windows of the asked zone
 * @param coverage of the asked customers
 * @param basis what the warehouse stands on
 * @param from first day, resolved
 * @param to last day, resolved
 */
record Inquiry(
        ActivityStore store,
        ReportRequest request,
        Windows windows,
        Coverage coverage,
        Basis basis,
        LocalDate from,
        LocalDate to) {

    Scope scope() {
        Customer customer = request.customer();
        return customer == null ? Scope.all(request.active()) : Scope.of(customer, request.active());
    }

    /** The customer cell: the asked customer, or {@code (all)}. */
    String customerName() {
        return request.customer() == null
                ? ActiveUsersReport.ALL
                : request.customer().name();
    }

    /** The whole range as one window. */
    Window range() {
        return windows.between(from, to);
    }

    /** As many days as the range has, just before it. */
    Window rangeBefore() {
        return windows.between(from.minusDays(ChronoUnit.DAYS.between(from, to) + 1), from.minusDays(1));
    }

    /** Whether the same customers cover the range and the one before. */
    boolean comparesBefore() {
        return coverage.comparable(to, from.minusDays(1));
    }

    /** The answer; {@code lastDay} is the last day of its last window. */
    ReportTable table(
            String what,
            List<ReportColumn> columns,
            List<List<@Nullable Object>> rows,
            @Nullable Chart chart,
            List<String> notes,
            LocalDate lastDay) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(Notes.of(this, nobodyActive(columns, rows)));
        return new ReportTable(
                request.report(), Titles.title(what, request), columns, rows, chart, all, standsOn(lastDay));
    }

    private boolean nobodyActive(List<ReportColumn> columns, List<List<@Nullable Object>> rows) {
        int users = columns.stream().map(ReportColumn::name).toList().indexOf("users");
        return request.report() != Report.EVENTS
                && users >= 0
                && rows.stream().allMatch(row -> Long.valueOf(0).equals(row.get(users)));
    }

    private ReportBasis standsOn(LocalDate lastDay) {
        LocalDate newest = coverage.last();
        LocalDate end = newest != null && newest.isBefore(lastDay) ? newest : lastDay;
        return new ReportBasis(
                basis.files(),
                basis.batches(),
                coverage.covering(end),
                coverage.expected(),
                newest == null ? null : end,
                request.zone(),
                request.weekStart());
    }

    /** Whether the range and the data have a day in common. */
    boolean touchesData() {
        LocalDate first = coverage.first();
        LocalDate last = coverage.last();
        return first != null && last != null && !to.isBefore(first) && !from.isAfter(last);
    }
}
