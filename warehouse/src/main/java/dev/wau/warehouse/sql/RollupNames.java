package dev.wau.warehouse.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rollup's numbers of users, from 0 for each customer, and of events. A number stays what it is. */
final class RollupNames {

    private static final String ADD_USERS = """
            INSERT INTO wau_rollup_users
            SELECT n.customer, coalesce(k.next, 0) + row_number() OVER (PARTITION BY n.customer ORDER BY n.user_id) - 1,
                n.user_id
            FROM (SELECT DISTINCT customer, user_id FROM %1$s WHERE user_id IS NOT NULL) n
            LEFT JOIN (
                SELECT customer, max(number) + 1 AS next FROM wau_rollup_users
                WHERE customer IN (SELECT customer FROM %1$s) GROUP BY customer) k ON k.customer = n.customer
            WHERE NOT EXISTS (
                SELECT 1 FROM wau_rollup_users u WHERE u.customer = n.customer AND u.user_id = n.user_id)""";

    private static final String ADD_EVENTS = """
            INSERT INTO wau_rollup_events
            SELECT (SELECT coalesce(max(number) + 1, 0) FROM wau_rollup_events)
                + row_number() OVER (ORDER BY n.event) - 1, n.event
            FROM (SELECT DISTINCT event FROM %1$s WHERE event IS NOT NULL) n
            WHERE NOT EXISTS (SELECT 1 FROM wau_rollup_events e WHERE e.event = n.event)""";

    private final Session session;

    RollupNames(Session session) {
        this.session = session;
    }

    /** Numbers what a table's columns {@code customer}, {@code user_id} and {@code event} name. */
    void add(String table) {
        session.update(ADD_USERS.formatted(table));
        session.update(ADD_EVENTS.formatted(table));
    }

    /** Numbers of names, by customer and name. */
    record Numbers(Map<String, Map<String, Integer>> users, Map<String, Integer> events) {

        int user(String customer, String user) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(users.get(customer)).get(user));
        }

        int event(String event) {
            return Objects.requireNonNull(events.get(event));
        }
    }

    /** The numbers of these, new ones among them. */
    Numbers of(Map<String, ? extends Collection<String>> users, Collection<String> events) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<String[]> asked = new ArrayList<>();
        users.forEach((customer, names) -> sorted(names).forEach(name -> {
            asked.add(new String[] {customer, name});
            rows.add(Arrays.asList(rows.size(), customer, name, null));
        }));
        List<String> askedEvents = List.copyOf(sorted(events));
        askedEvents.forEach(event -> rows.add(Arrays.asList(rows.size(), null, null, event)));
        String text = Tables.text(session);
        session.update("CREATE TEMP TABLE rollup_named (place INTEGER, customer %1$s, user_id %1$s, event %1$s)"
                .formatted(text));
        session.dialect().insert(session, "rollup_named", rows);
        session.dialect().filled(session, List.of("rollup_named"));
        add("rollup_named");
        Map<String, Map<String, Integer>> numbers = new TreeMap<>();
        users.keySet().forEach(customer -> numbers.put(customer, new HashMap<>()));
        session.list("""
                        SELECT n.place, u.number FROM rollup_named n
                        JOIN wau_rollup_users u ON u.customer = n.customer AND u.user_id = n.user_id""", row -> new int[] {row.getInt(1), row.getInt(2)})
                .forEach(found -> Objects.requireNonNull(numbers.get(asked.get(found[0])[0]))
                        .put(asked.get(found[0])[1], found[1]));
        Map<String, Integer> eventNumbers = new HashMap<>();
        session.list("""
                        SELECT n.event, e.number FROM rollup_named n JOIN wau_rollup_events e ON e.event = n.event""", row -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(found -> eventNumbers.put(found.getKey(), found.getValue()));
        session.update("DROP TABLE rollup_named");
        return new Numbers(numbers, eventNumbers);
    }

    private static SortedSet<String> sorted(Collection<String> names) {
        return new TreeSet<>(names);
    }
}
