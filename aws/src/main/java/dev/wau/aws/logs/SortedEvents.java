package dev.wau.aws.logs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Merges sorted runs of events, and leaves out what is given again. Not thread-safe. */
final class SortedEvents {

    private final PriorityQueue<Head> heads = new PriorityQueue<>();
    private @Nullable LoggedEvent last;

    /** Gives a run's events one by one, and null at its end. */
    private interface Events {
        @Nullable
        LoggedEvent next() throws IOException;
    }

    private record Head(LoggedEvent event, Events rest) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            return event.compareTo(other.event);
        }
    }

    private SortedEvents() {}

    /** Those of one sorted list. */
    static SortedEvents of(List<LoggedEvent> events) throws IOException {
        Iterator<LoggedEvent> iterator = events.iterator();
        SortedEvents sorted = new SortedEvents();
        sorted.add(() -> iterator.hasNext() ? iterator.next() : null);
        return sorted;
    }

    /** Those of the runs of a file, which must stay open. */
    static SortedEvents of(FileChannel file, List<EventRun> runs) throws IOException {
        SortedEvents sorted = new SortedEvents();
        for (EventRun run : runs) {
            sorted.add(run.read(file)::next);
        }
        return sorted;
    }

    /** The next event; null at the end. */
    @Nullable
    LoggedEvent next() throws IOException {
        LoggedEvent before = last;
        LoggedEvent event = take();
        while (event != null && before != null && event.repeats(before)) {
            event = take();
        }
        last = event;
        return event;
    }

    private @Nullable LoggedEvent take() throws IOException {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        add(head.rest());
        return head.event();
    }

    private void add(Events run) throws IOException {
        LoggedEvent first = run.next();
        if (first != null) {
            heads.add(new Head(first, run));
        }
    }
}
