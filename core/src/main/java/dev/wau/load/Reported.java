package dev.wau.load;

import dev.wau.analyse.Window;
import dev.wau.analyse.Windows;
import dev.wau.model.Customer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Which weeks of which customers were reported before a run: those whose end the customer's data had reached. What lies
 * in the future isn't over, whatever an event's time says.
 */
final class Reported {

    private final Windows calendar;
    private final Map<Customer, Instant> ends = new HashMap<>();

    /**
     * @param reached until when each customer's data goes
     * @param now the run's start
     */
    Reported(Windows calendar, Map<Customer, Instant> reached, Instant now) {
        this.calendar = calendar;
        reached.forEach((customer, last) -> ends.put(
                customer, calendar.week(last.isBefore(now) ? last : now).start()));
    }

    /** The end of the customer's last reported week; the begin of time if there is none. */
    Instant end(Customer customer) {
        return ends.getOrDefault(customer, Instant.MIN);
    }

    /** The days of a time, both ends inclusive. */
    SparseWeeks.Span span(Instant first, Instant last) {
        return new SparseWeeks.Span(calendar.day(first), calendar.day(last));
    }

    boolean holds(Customer customer, Window week) {
        return !week.end().isAfter(end(customer));
    }
}
