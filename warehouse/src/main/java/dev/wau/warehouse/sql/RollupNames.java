package dev.wau.warehouse.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rollup's numbers of users, from 0 for each customer, and of events. A number stays what it is. */
final class RollupNames {

    private static final String KNOWN_USERS = """
            SELECT customer, user_id, number FROM wau_rollup_users
            WHERE customer IN (SELECT unnest(?::VARCHAR[])) AND user_id IN (SELECT unnest(?::VARCHAR[]))""";

    private static final String NEXT_USERS = """
            SELECT c.customer, (SELECT coalesce(max(u.number) + 1, 0) FROM wau_rollup_users u WHERE u.customer = c.customer)
            FROM (SELECT unnest(?::VARCHAR[]) AS customer) c""";

    private static final String KNOWN_EVENTS =
            "SELECT event, number FROM wau_rollup_events WHERE event IN (SELECT unnest(?::VARCHAR[]))";

    private static final String NEXT_EVENT = "SELECT coalesce(max(number) + 1, 0) FROM wau_rollup_events";

    private static final int ASKED_AT_ONCE = 50_000;

    private final Session session;

    RollupNames(Session session) {
        this.session = session;
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
    Numbers of(Map<String, ? extends SortedSet<String>> users, SortedSet<String> events) {
        Map<String, Map<String, Integer>> numbers = new TreeMap<>();
        users.keySet().forEach(customer -> numbers.put(customer, new HashMap<>()));
        for (List<String> names : portions(users.values())) {
            session.each(
                    KNOWN_USERS,
                    row -> Objects.requireNonNull(numbers.get(row.getString(1))).put(row.getString(2), row.getInt(3)),
                    session.array("VARCHAR", users.keySet()),
                    session.array("VARCHAR", names));
        }
        addUsers(users, numbers);
        Map<String, Integer> ofEvents = new HashMap<>();
        for (List<String> names : portions(List.of(events))) {
            session.each(
                    KNOWN_EVENTS,
                    row -> ofEvents.put(row.getString(1), row.getInt(2)),
                    session.array("VARCHAR", names));
        }
        addEvents(events, ofEvents);
        return new Numbers(numbers, ofEvents);
    }

    private static List<List<String>> portions(Collection<? extends SortedSet<String>> names) {
        List<String> all = names.stream().flatMap(Set::stream).distinct().toList();
        List<List<String>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            portions.add(all.subList(from, Math.min(all.size(), from + ASKED_AT_ONCE)));
        }
        return portions;
    }

    private void addUsers(Map<String, ? extends SortedSet<String>> users, Map<String, Map<String, Integer>> numbers) {
        SortedMap<String, List<String>> missing = new TreeMap<>();
        users.forEach((customer, names) -> {
            Map<String, Integer> known = Objects.requireNonNull(numbers.get(customer));
            List<String> unknown =
                    names.stream().filter(name -> !known.containsKey(name)).toList();
            if (!unknown.isEmpty()) {
                missing.put(customer, unknown);
            }
        });
        if (missing.isEmpty()) {
            return;
        }
        Map<String, Integer> next = new HashMap<>();
        session.each(
                NEXT_USERS,
                row -> next.put(row.getString(1), row.getInt(2)),
                session.array("VARCHAR", missing.keySet()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        missing.forEach((customer, names) -> {
            Map<String, Integer> known = Objects.requireNonNull(numbers.get(customer));
            int number = next.getOrDefault(customer, 0);
            for (String name : names) {
                known.put(name, number);
                rows.add(List.of(customer, number++, name));
            }
        });
        session.dialect().insert(session, "wau_rollup_users", rows);
    }

    private void addEvents(SortedSet<String> events, Map<String, Integer> numbers) {
        List<String> missing =
                events.stream().filter(name -> !numbers.containsKey(name)).toList();
        if (missing.isEmpty()) {
            return;
        }
        int number = (int) session.number(NEXT_EVENT);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String name : missing) {
            numbers.put(name, number);
            rows.add(List.of(number++, name));
        }
        session.dialect().insert(session, "wau_rollup_events", rows);
    }
}
