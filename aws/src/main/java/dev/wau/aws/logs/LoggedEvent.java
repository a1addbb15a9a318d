package dev.wau.aws.logs;

import java.util.Comparator;

/**
 * One event of a log group. In order: by time, then by id, so that the order doesn't depend on how CloudWatch Logs
 * answers.
 *
 * @param timestamp when it happened, in milliseconds since 1970
 * @param id CloudWatch's own, the same at every reading; empty if it gave none
 * @param message its text
 */
record LoggedEvent(long timestamp, String id, String message) implements Comparable<LoggedEvent> {

    private static final Comparator<LoggedEvent> ORDER = Comparator.comparingLong(LoggedEvent::timestamp)
            .thenComparing(LoggedEvent::id)
            .thenComparing(LoggedEvent::message);

    @Override
    public int compareTo(LoggedEvent other) {
        return ORDER.compare(this, other);
    }

    /** Whether this is the other, given once more. */
    boolean repeats(LoggedEvent other) {
        return !id.isEmpty() && timestamp == other.timestamp && id.equals(other.id);
    }
}
