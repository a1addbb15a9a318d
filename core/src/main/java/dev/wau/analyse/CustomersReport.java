package dev.wau.analyse;

import dev.wau.analyse.ActivityStore.CustomerActivity;
import dev.wau.analyse.ActivityStore.Reach;
import dev.wau.analyse.ReportTable.Chart;
import dev.wau.model.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * customers: each customer's users and events in the range, and from where to where its data goes; the change of users is
 * to as many days before.
 */
final class CustomersReport {

    private static final List<ReportColumn> COLUMNS = List.of(
            Cells.shown("customer", "Customer", ColumnType.TEXT),
            Cells.data("first_day", ColumnType.DATE),
            Cells.data("last_day", ColumnType.DATE),
            Cells.shown("users", "Users", ColumnType.COUNT),
            Cells.shown("change_percent", "Change", ColumnType.CHANGE),
            Cells.shown("events", "Events", ColumnType.COUNT),
            Cells.shown("files", "Files", ColumnType.COUNT),
            Cells.data("first_event", ColumnType.TIME),
            Cells.shown("last_event", "Data to", ColumnType.TIME),
            Cells.shown("completeness", "Completeness", ColumnType.TEXT),
            Cells.data("customers", ColumnType.TEXT),
            Cells.data("customers_covered", ColumnType.COUNT),
            Cells.data("customers_expected", ColumnType.COUNT));

    private final Inquiry inquiry;

    CustomersReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    ReportTable table() {
        Window window = inquiry.range();
        Map<Customer, Long> earlier = inquiry.store().customers(inquiry.rangeBefore(), inquiry.scope()).stream()
                .collect(Collectors.toMap(CustomerActivity::customer, CustomerActivity::users));
        List<List<@Nullable Object>> rows = inquiry.store().customers(window, inquiry.scope()).stream()
                .map(activity -> row(window, activity, earlier.getOrDefault(activity.customer(), 0L)))
                .toList();
        return inquiry.table(
                "Customers from " + window.first() + " to " + window.last(),
                COLUMNS,
                rows,
                new Chart("customer", List.of("users")),
                List.of(),
                window.last());
    }

    private List<@Nullable Object> row(Window window, CustomerActivity activity, long before) {
        Reach reach = new Reach(activity.customer(), activity.firstEvent(), activity.lastEvent());
        Coverage coverage = Coverage.of(inquiry.windows(), List.of(reach), List.of());
        boolean compares = coverage.comparable(window.last(), window.first().minusDays(1));
        List<@Nullable Object> row = new ArrayList<>();
        row.add(activity.customer().name());
        row.add(window.first());
        row.add(window.last());
        row.add(activity.users());
        row.add(compares ? Cells.change((double) before, (double) activity.users()) : null);
        row.add(activity.events());
        row.add(activity.files());
        row.add(time(activity.firstEvent()));
        row.add(time(activity.lastEvent()));
        row.addAll(Cells.completeness(coverage, window.last()));
        return row;
    }

    private @Nullable Object time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(inquiry.request().zone()).toOffsetDateTime();
    }
}
