package dev.wau.aggregate;

import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import dev.wau.model.BatchId;
import dev.wau.model.ObjectKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The batch in progress, on disk: {@code state/aggregate/batch.json} says which it is, and numbered segments under {@code
 * state/aggregate/batch/<id>/} list the files it is done with. A segment is written for every few files and at least
 * every two seconds, so that a killed run loses little and a store without appending will do. Thread-safe.
 */
final class Journal {

    private static final ObjectKey HEAD = new ObjectKey("state/aggregate/batch.json");
    private static final String SEGMENTS = "state/aggregate/batch/";
    private static final Pattern NUMBER = Pattern.compile("([0-9]{9})\\.jsonl");
    private static final String FORMAT = "wau-batch";
    private static final int VERSION = 1;
    private static final int SEGMENT_FILES = 64;
    private static final int SEGMENT_SHARE = 16;
    private static final long SEGMENT_NANOS = Duration.ofSeconds(2).toNanos();

    private final StateFiles state;
    private final Batch batch = new Batch();
    private final List<JournalEntry> unwritten = new ArrayList<>();
    private long segments;
    private long written;
    private long lastWrite = System.nanoTime();

    private Journal(StateFiles state) {
        this.state = state;
    }

    /** The batch that was interrupted; or one that has not begun. */
    static Journal read(StateFiles state) {
        Journal journal = new Journal(state);
        HeadReading head = new HeadReading();
        Batch.Head found = state.read(HEAD, json -> JsonMembers.read(json, head)) ? head.head() : null;
        if (found != null) {
            journal.batch.begin(found);
            state.keys(prefix(found.id())).forEach(segment -> journal.read(found.id(), segment));
        }
        return journal;
    }

    private void read(BatchId id, ObjectKey segment) {
        long number = number(id, segment);
        if (number > 0) {
            state.read(segment, json -> batch.add(JournalEntryJson.read(json)));
            segments = Math.max(segments, number);
        }
    }

    Batch batch() {
        return batch;
    }

    /** Begins the batch. */
    void begin(Batch.Head head) {
        state.write(HEAD, json -> {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeStringField("batch", head.id().value());
            json.writeStringField("started_at", head.started().toString());
            json.writeEndObject();
        });
        batch.begin(head);
    }

    /** One more file is done. */
    void add(JournalEntry entry) {
        batch.add(entry);
        Segment full = add(entry, System.nanoTime());
        if (full != null) {
            write(full);
        }
    }

    /** Writes what isn't written yet. */
    void flush() {
        Segment rest = begin(System.nanoTime());
        if (rest != null) {
            write(rest);
        }
    }

    private record Segment(ObjectKey key, List<JournalEntry> entries) {}

    private synchronized @Nullable Segment add(JournalEntry entry, long now) {
        unwritten.add(entry);
        // A share of those before: a hundred thousand files come in a hundred segments, not in 1,600.
        long enough = Math.max(SEGMENT_FILES, written / SEGMENT_SHARE);
        boolean due = unwritten.size() >= enough || now - lastWrite > SEGMENT_NANOS;
        return due ? begin(now) : null;
    }

    private synchronized @Nullable Segment begin(long now) {
        Batch.Head head = batch.head();
        if (head == null || unwritten.isEmpty()) {
            return null;
        }
        segments++;
        ObjectKey key = new ObjectKey(prefix(head.id()) + String.format(Locale.ROOT, "%09d.jsonl", segments));
        Segment segment = new Segment(key, List.copyOf(unwritten));
        written += unwritten.size();
        unwritten.clear();
        lastWrite = now;
        return segment;
    }

    // Not under the lock: while one thread waits for the disk, the others' files go on.
    private void write(Segment segment) {
        state.write(segment.key(), json -> {
            for (JournalEntry entry : segment.entries()) {
                JournalEntryJson.write(json, entry);
            }
        });
    }

    /** Forgets the batch: its marker is written and the ledgers know its files, or it had nothing to say. */
    void remove() {
        // The head goes last: as long as it stands, the ledgers are brought up to date again.
        for (ObjectKey segment : state.keys(SEGMENTS)) {
            state.delete(segment);
        }
        state.delete(HEAD);
    }

    // No folder for each batch: a local one would stay, empty.
    private static String prefix(BatchId id) {
        return SEGMENTS + id + ".";
    }

    /** The segment's number, or 0 if it is another batch's. */
    private static long number(BatchId id, ObjectKey segment) {
        Matcher number = NUMBER.matcher(segment.path().substring(prefix(id).length()));
        return number.matches() ? Long.parseLong(number.group(1)) : 0;
    }

    private static final class HeadReading implements JsonMembers {
        private @Nullable String format;
        private @Nullable BatchId id;
        private @Nullable Instant started;
        private int version;

        @Override
        public void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "format" -> format = JsonMembers.text(json);
                case "version" -> version = json.getIntValue();
                case "batch" -> id = new BatchId(JsonMembers.text(json));
                case "started_at" -> started = Instant.parse(JsonMembers.text(json));
                default -> json.skipChildren();
            }
        }

        Batch.@Nullable Head head() {
            if (!FORMAT.equals(format) || version != VERSION || id == null || started == null) {
                return null;
            }
            return new Batch.Head(id, started);
        }
    }
}
