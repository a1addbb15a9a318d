package dev.wau.spark.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tasks found in the ranges of one file. */
final class FoundRanges {

    private final List<TaskReply.Written> written = new ArrayList<>();
    private int expected;
    private long bytes;
    private boolean lost;

    /** One more will come. */
    void expect() {
        expected++;
    }

    /** Takes a range's. A refusal may be of what stands before the range: so it says no more than that it is lost. */
    void take(TaskReply.Written range, long bytesRead) {
        written.add(range);
        bytes += bytesRead;
        TaskReply.Outcome outcome = range.files().get(0);
        lost |= outcome.isLost() || outcome.refusal() != null;
    }

    /** All have come. */
    boolean isWhole() {
        return written.size() == expected;
    }

    boolean isLost() {
        return lost;
    }

    /** Bytes that were read. */
    long bytes() {
        return bytes;
    }

    List<TaskReply.Written> written() {
        return written;
    }

    /** The file's. */
    TaskReply.Outcome outcome() {
        return new TaskReply.Outcome(
                outcomes().mapToLong(TaskReply.Outcome::records).sum(),
                outcomes().mapToLong(TaskReply.Outcome::rejected).sum(),
                times(TaskReply.Outcome::first).min(Comparator.naturalOrder()).orElse(null),
                times(TaskReply.Outcome::last).max(Comparator.naturalOrder()).orElse(null),
                null);
    }

    private Stream<TaskReply.Outcome> outcomes() {
        return written.stream().map(range -> range.files().get(0));
    }

    private Stream<Instant> times(Function<TaskReply.Outcome, @Nullable Instant> time) {
        return outcomes().map(time).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
