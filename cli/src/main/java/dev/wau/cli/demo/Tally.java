package dev.wau.cli.demo;

import dev.wau.model.RejectReason;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one version of one file holds, counted while it is made. Not thread-safe. */
final class Tally {
    private final Map<Trap, Long> traps = new EnumMap<>(Trap.class);
    private final Map<RejectReason, Long> rejects = new EnumMap<>(RejectReason.class);
    private final Set<String> users = new HashSet<>();
    private long good;

    void trap(Trap trap, long count) {
        if (count == 0) {
            return;
        }
        traps.merge(trap, count, Long::sum);
    }

    void reject(RejectReason reason) {
        rejects.merge(reason, 1L, Long::sum);
    }

    /** A good record, by this user. */
    void good(DemoEvent event) {
        good++;
        if (event.user() != null) {
            users.add(event.user().id());
        }
    }

    long records() {
        return good + rejects.values().stream().mapToLong(Long::longValue).sum();
    }

    long goodRecords() {
        return good;
    }

    Map<Trap, Long> traps() {
        return traps;
    }

    Map<RejectReason, Long> rejects() {
        return rejects;
    }

    Set<String> users() {
        return users;
    }
}
