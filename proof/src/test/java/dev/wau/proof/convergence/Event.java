package dev.wau.proof.convergence;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Something that happened: the pool is small, so that exports overlap and rows repeat. Some differ in one cell only, so
 * that they are equal in layouts without that column.
 */
record Event(LocalDateTime time, String event, String user, String agent, String note, String plan) {

    static final List<Event> POOL = List.of(
            event("2025-06-02T08:00:00", "login", "ann", "Mozilla/5.0", "", ""),
            event("2025-06-02T08:00:00", "login", "ann", "Mozilla/5.0", "first, \"quoted\"", ""),
            event("2025-06-02T08:00:00", "login", "bob", "Mozilla/5.0", "", ""),
            event("2025-06-02T08:00:01", "view", "ann", "", "two\nlines", "gold"),
            event("2025-06-02T08:00:01", "view", "ann", "", "", "silver"),
            event("2025-06-03T23:59:59", "logout", "ann", "curl", "", "gold"),
            event("2025-06-03T23:59:59", "logout", "", "curl", "{\"a\":1}", ""),
            event("2025-06-20T00:00:00", "login", "cid", "", "ü ß İ", ""),
            event("2025-06-20T00:00:00", "login", "cid", "", "ü ß İ", "gold"),
            event("2025-06-20T12:30:00", "pay", "cid", "", "", "gold"),
            event("2024-01-01T00:00:00", "old", "ann", "", "late", ""),
            event("2024-01-01T00:00:00", "old", "bob", "", "", ""));

    private static Event event(String time, String event, String user, String agent, String note, String plan) {
        return new Event(LocalDateTime.parse(time), event, user, agent, note, plan);
    }
}
