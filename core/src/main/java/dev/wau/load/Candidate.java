package dev.wau.load;

import dev.wau.complete.MarkerFile;
import dev.wau.model.Reject;
import dev.wau.store.StoredObject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that a run was asked to look at, and how it stands in the central bucket now.
 *
 * @param version the version that the marker names, or that the listing found
 * @param standing whether that version can be read
 * @param object what to read; null unless {@link Standing#PRESENT}
 * @param firstEvent as the marker says; null if it doesn't
 * @param lastEvent as the marker says; null if it doesn't
 * @param sourceRejected records of the source's file that aggregation rejected
 * @param sourceRejects the first of them
 * @param refusal why aggregation refused the source's file; null unless it did
 */
record Candidate(
        FileVersion version,
        Standing standing,
        @Nullable StoredObject object,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        long sourceRejected,
        List<Reject> sourceRejects,
        MarkerFile.@Nullable Refusal refusal) {

    enum Standing {
        PRESENT,
        OVERWRITTEN,
        GONE,
        REFUSED
    }

    /** The same file, as if no batch had brought it. */
    Candidate ofNoBatch() {
        FileVersion of = version;
        FileVersion unrecorded = new FileVersion(of.customer(), of.key(), of.sha256(), of.version(), of.bytes(), null);
        return new Candidate(
                unrecorded, standing, object, firstEvent, lastEvent, sourceRejected, sourceRejects, refusal);
    }

    /** A file of a listing: nothing is known of its source. */
    static Candidate listed(FileVersion version, StoredObject object) {
        return new Candidate(version, Standing.PRESENT, object, null, null, 0, List.of(), null);
    }
}
