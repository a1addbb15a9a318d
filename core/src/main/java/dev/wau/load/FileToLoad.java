package dev.wau.load;

import dev.wau.csv.AuditLogReader;
import dev.wau.csv.ReadRules;
import dev.wau.csv.RejectSink;
import dev.wau.model.FileId;
import dev.wau.model.Reject;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file version about to be staged.
 *
 * @param id the number its rows carry
 * @param version which
 * @param object where it stands in the central bucket: this version of it
 * @param rules how it is read
 * @param reading opens the object, for who reads it in this process; any number of times, on threads of the warehouse's
 *     choice: always the same bytes, or WauException with {@code OBJECT_CHANGED}
 * @param firstEvent where its events are expected to begin, if anything is known of it: for speed only, it may be wrong
 * @param lastEvent where they are expected to end
 * @param sourceRejected records of the source's file that aggregation rejected
 * @param sourceRejects the first of them, without text
 */
public record FileToLoad(
        FileId id,
        FileVersion version,
        StoredObject object,
        ReadRules rules,
        ObjectStore.Reading reading,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        long sourceRejected,
        List<Reject> sourceRejects) {

    public FileToLoad {
        sourceRejects = List.copyOf(sourceRejects);
    }

    /** Opens it with the one reader. */
    public AuditLogReader open(RejectSink rejects) throws IOException {
        return AuditLogReader.open(reading.read(object), rules, rejects);
    }
}
