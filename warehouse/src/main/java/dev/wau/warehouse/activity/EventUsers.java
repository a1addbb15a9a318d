package dev.wau.warehouse.activity;

import dev.wau.analyse.ActivityStore.EventCount;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events of one window by name, with their users, and the active users of all of them. Used by one thread. */
final class EventUsers {

    private static final Comparator<EventCount> ORDER =
            Comparator.comparingLong(EventCount::events).reversed().thenComparing(EventCount::event);

    private final Map<String, EventCount> byName = new HashMap<>();
    private long active;

    void add(String event, long events, long users) {
        byName.merge(
                event,
                new EventCount(event, events, users),
                (one, other) -> new EventCount(event, one.events() + other.events(), one.users() + other.users()));
    }

    void addActive(long users) {
        active += users;
    }

    /** Adds another's, whose users are none of these. */
    EventUsers add(EventUsers other) {
        other.byName.values().forEach(count -> add(count.event(), count.events(), count.users()));
        active += other.active;
        return this;
    }

    /** Users of active events. */
    long active() {
        return active;
    }

    /** Events, active or not. */
    long events() {
        return byName.values().stream().mapToLong(EventCount::events).sum();
    }

    /** By name, of all of them, most frequent first. */
    static List<EventCount> byName(Collection<EventUsers> all) {
        EventUsers sum = new EventUsers();
        all.forEach(sum::add);
        return sum.byName.values().stream().sorted(ORDER).toList();
    }
}
