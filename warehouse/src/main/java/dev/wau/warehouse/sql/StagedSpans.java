package dev.wau.warehouse.sql;

import dev.wau.model.Customer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The temporary table {@code staged_spans}: which time of which customer is looked up. */
final class StagedSpans {

    private static final String CREATE = """
            CREATE TEMP TABLE staged_spans (
                customer ${text}, first_event_time TIMESTAMP, last_event_time TIMESTAMP)""";

    private final Session session;

    StagedSpans(Session session) {
        this.session = session;
        session.update(session.dialect().types().in(CREATE));
    }

    /** Holds these; the few spans that hold all of them, of whatever customer. */
    List<TimeSpans.Span> fill(Map<Customer, List<TimeSpans.Span>> ofCustomer) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        ofCustomer.forEach((customer, spans) -> TimeSpans.joined(spans)
                .forEach(span ->
                        rows.add(Arrays.asList(customer.name(), Session.utc(span.first()), Session.utc(span.last())))));
        session.dialect().insert(session, "staged_spans", rows);
        session.dialect().filled(session, List.of("staged_spans"));
        return TimeSpans.joined(
                ofCustomer.values().stream().flatMap(List::stream).toList());
    }

    void clear() {
        session.update("DELETE FROM staged_spans");
    }
}
