package dev.wau.aws.logs;

import dev.wau.csv.ColumnNames;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives an event's values their columns. A detail has the column of its name. Where that is one of the event's own, or
 * taken, it gets one beside, with {@code _} at its end: to {@link ColumnNames} that is the same name, so that a
 * detail called {@code ipAddress} is personal data wherever {@code ipAddress} is. For one thread.
 */
final class EventCells {

    static final String TIMESTAMP = "timestamp";
    static final String EVENT = "event";
    static final String USER_AGENT = "userAgent";
    static final String UNIQUE_IDENTIFIER = "unique_identifier";

    private static final String IP_ADDRESS = "ipAddress";
    private static final Set<String> OWN = Set.of(TIMESTAMP, EVENT, USER_AGENT, UNIQUE_IDENTIFIER, IP_ADDRESS);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\x80-\\x9F]");

    /** Where the central bucket keeps a cell's word for the customer, and what it is made from. */
    private static final String SOURCE_CUSTOMER = ColumnNames.of("customer");

    private final Map<String, String> cells = new LinkedHashMap<>();

    private EventCells() {}

    /**
     * The cells of an event, without empty ones; none if the event has no name.
     *
     * @param members of the message, without its details
     * @param details of the message; before members of the same name
     */
    static Map<String, String> of(Map<String, String> members, Map<String, String> details) {
        if (members.getOrDefault(EVENT, "").isEmpty()) {
            return Map.of();
        }
        EventCells event = new EventCells();
        Map<String, String> others = new LinkedHashMap<>(members);
        for (String name : Set.of(EVENT, USER_AGENT, IP_ADDRESS)) {
            event.put(name, others.getOrDefault(name, ""));
            others.remove(name);
        }
        event.putAll(details);
        event.putAll(others);
        return event.cells;
    }

    // Those that can keep their names first, so that a name doesn't depend on what else is there.
    private void putAll(Map<String, String> values) {
        Map<String, String> renamed = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.equals(column(name)) && isFree(name)) {
                put(name, value);
            } else {
                renamed.put(name, value);
            }
        });
        renamed.forEach((name, value) -> put(free(column(name)), value));
    }

    private void put(String column, String value) {
        if (!value.isEmpty()) {
            cells.put(column, value);
        }
    }

    private boolean isFree(String column) {
        return !OWN.contains(column) && !cells.containsKey(column);
    }

    private String free(String column) {
        String free = column;
        for (int number = 2; !isFree(free); number++) {
            // Two columns that mean the customer would have the whole file refused.
            free = column.equals(SOURCE_CUSTOMER) ? column + "_" + number : free + "_";
        }
        return free;
    }

    /** A name that a header can have: not empty, no control characters. */
    private static String column(String name) {
        if (name.toLowerCase(Locale.ROOT).contains("customer")
                && ColumnNames.of(name).equals(SOURCE_CUSTOMER)) {
            return SOURCE_CUSTOMER;
        }
        return name.isEmpty() ? "_" : CONTROL.matcher(name).replaceAll("_");
    }
}
