package dev.wau.load;

import dev.wau.model.Customer;
import dev.wau.model.FileId;
import dev.wau.model.ObjectKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file whose rows a run changes, and the time in which it does.
 *
 * @param cause whether the run takes it out or in, and doesn't only bring suppressed rows of it back
 * @param first null if it has no rows
 * @param last null if it has no rows
 */
record TouchedFile(
        FileId id,
        Customer customer,
        ObjectKey key,
        boolean cause,
        @Nullable Instant first,
        @Nullable Instant last) {

    static TouchedFile of(HistoryFile file, boolean cause) {
        FileVersion version = file.version();
        return new TouchedFile(
                file.id(), version.customer(), version.key(), cause, file.firstEvent(), file.lastEvent());
    }

    static TouchedFile of(StagedFile file) {
        FileVersion version = file.file().version();
        return new TouchedFile(
                file.file().id(), version.customer(), version.key(), true, file.firstEvent(), file.lastEvent());
    }
}
