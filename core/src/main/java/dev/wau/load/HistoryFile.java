package dev.wau.load;

import dev.wau.model.FileId;
import dev.wau.model.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code wau_files}: what the load history knows of one file version.
 *
 * @param id its number here
 * @param version which
 * @param state where it stands
 * @param counts its accounting; zero unless loaded
 * @param firstEvent null if none
 * @param lastEvent null if none
 * @param run the last run that changed its state
 * @param changed when
 * @param error why it failed; null unless it did
 * @param copyOf the loaded file it is a copy of; null unless a copy
 */
public record HistoryFile(
        FileId id,
        FileVersion version,
        FileState state,
        FileCounts counts,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        RunId run,
        Instant changed,
        @Nullable String error,
        @Nullable FileId copyOf) {

    /** Whether this version stands for its key in the tables: loaded, or as a copy of a loaded file. */
    public boolean isLive() {
        return state == FileState.LOADED || state == FileState.COPY;
    }
}
