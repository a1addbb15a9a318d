package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.EventCount;
import dev.wau.analyse.ReportTable.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** events: all events of the range by name, active or not, with their users; the change is to as many days before. */
final class EventsReport {

    private static final List<ReportColumn> COLUMNS = List.of(
            Cells.data("customer", ColumnType.TEXT),
            Cells.data("first_day", ColumnType.DATE),
            Cells.data("last_day", ColumnType.DATE),
            Cells.shown("event", "Event", ColumnType.TEXT),
            Cells.shown("events", "Events", ColumnType.COUNT),
            Cells.shown("share_percent", "Share", ColumnType.PERCENT),
            Cells.shown("change_percent", "Change", ColumnType.CHANGE),
            Cells.shown("users", "Users", ColumnType.COUNT),
            Cells.data("completeness", ColumnType.TEXT),
            Cells.data("customers", ColumnType.TEXT),
            Cells.data("customers_covered", ColumnType.COUNT),
            Cells.data("customers_expected", ColumnType.COUNT));

    private final Inquiry inquiry;

    EventsReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    ReportTable table() {
        Window window = inquiry.range();
        Window before = inquiry.rangeBefore();
        List<EventCount> counts = inquiry.store().events(window, inquiry.scope());
        Map<String, Long> earlier = inquiry.store().events(before, inquiry.scope()).stream()
                .collect(Collectors.toMap(EventCount::event, EventCount::events));
        long sum = counts.stream().mapToLong(EventCount::events).sum();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (EventCount count : counts) {
            rows.add(row(window, count, sum, inquiry.comparesBefore() ? earlier.getOrDefault(count.event(), 0L) : 0));
        }
        return inquiry.table(
                "Events from " + window.first() + " to " + window.last(),
                COLUMNS,
                rows,
                new Chart("event", List.of("events")),
                List.of(),
                window.last());
    }

    private List<@Nullable Object> row(Window window, EventCount count, long sum, long before) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(inquiry.customerName());
        row.add(window.first());
        row.add(window.last());
        row.add(count.event());
        row.add(count.events());
        row.add(Cells.percent((double) count.events(), (double) sum));
        row.add(Cells.change((double) before, (double) count.events()));
        row.add(count.users());
        row.addAll(Cells.completeness(inquiry.coverage(), window.last()));
        return row;
    }
}
