package dev.wau.testing.redshift;

import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The faults that wait for their statement. Thread-safe. */
final class Faults {

    private record Waiting(Pattern statement, RedshiftFault fault) {}

    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    void add(Pattern statement, RedshiftFault fault) {
        waiting.add(new Waiting(statement, fault));
    }

    /** The first that waits for this statement; it happens once. */
    synchronized @Nullable RedshiftFault take(String statement) {
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            Waiting next = all.next();
            if (next.statement.matcher(statement).find()) {
                all.remove();
                return next.fault;
            }
        }
        return null;
    }
}
