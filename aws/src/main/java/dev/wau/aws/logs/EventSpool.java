package dev.wau.aws.logs;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts a window's events in bounded memory: what doesn't fit in a buffer goes to a temporary file in sorted runs, which
 * are merged as they are read. Runs that follow each other in time, as CloudWatch Logs mostly answers, become one. Only
 * the user can read the file; where the system allows it has no name, so that it goes even with a killed process. Not
 * thread-safe.
 */
final class EventSpool implements Closeable {

    /** What a run holds, in characters: eighteen windows are read at a time on two cores. */
    private static final int CAPACITY = 2 << 20;

    /** What an event takes beside its characters, about. */
    private static final int OVERHEAD = 64;

    private final int capacity;
    private final List<LoggedEvent> buffer = new ArrayList<>();
    private final List<EventRun> runs = new ArrayList<>();
    private int buffered;
    private @Nullable FileChannel file;
    private @Nullable LoggedEvent last;

    EventSpool() {
        this(CAPACITY);
    }

    /** With a buffer of so many characters. */
    EventSpool(int capacity) {
        this.capacity = capacity;
    }

    void add(LoggedEvent event) throws IOException {
        buffer.add(event);
        buffered += event.message().length() + event.id().length() + OVERHEAD;
        if (buffered >= capacity) {
            writeRun();
        }
    }

    /** All events in their order, each once. The spool must stay open; nothing can be added any more. */
    SortedEvents sorted() throws IOException {
        if (runs.isEmpty()) {
            Collections.sort(buffer);
            return SortedEvents.of(buffer);
        }
        writeRun();
        return SortedEvents.of(file(), runs);
    }

    /** How many runs would be merged. */
    int runs() {
        return runs.size();
    }

    @Override
    public void close() throws IOException {
        buffer.clear();
        if (file != null) {
            file.close();
        }
    }

    private void writeRun() throws IOException {
        if (buffer.isEmpty()) {
            return;
        }
        Collections.sort(buffer);
        long start = file().position();
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file())));
        for (LoggedEvent event : buffer) {
            EventRun.write(event, out);
        }
        out.flush();
        remember(new EventRun(start, file().position()));
        last = buffer.get(buffer.size() - 1);
        buffer.clear();
        buffered = 0;
    }

    private void remember(EventRun run) {
        boolean goesOn = last != null && last.compareTo(buffer.get(0)) <= 0;
        long start = goesOn ? runs.remove(runs.size() - 1).start() : run.start();
        runs.add(new EventRun(start, run.end()));
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("wau-log-group-", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }
}
