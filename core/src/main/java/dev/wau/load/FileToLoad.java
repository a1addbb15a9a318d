package dev.wau.load;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.RejectSink;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file version about to be staged.
 *
 * @param id the number its rows carry
 * @param version which
 * @param opener opens it with the one reader; called twice (for the header, then for the records), on threads of the
 *     warehouse's choice: both times the same bytes, or WauException with {@code OBJECT_CHANGED}
 * @param firstEvent where its events are expected to begin, if anything is known of it: for speed only, it may be wrong
 * @param lastEvent where they are expected to end
 * @param sourceRejected records of the source's file that aggregation rejected
 * @param sourceRejects the first of them, without text
 */
public record FileToLoad(
        FileId id,
        FileVersion version,
        Opener opener,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        long sourceRejected,
        List<Reject> sourceRejects) {

    public FileToLoad {
        sourceRejects = List.copyOf(sourceRejects);
    }

    /** Opens a file's reader. */
    @FunctionalInterface
    public interface Opener {
        AuditLogReader open(RejectSink rejects) throws IOException;
    }
}
