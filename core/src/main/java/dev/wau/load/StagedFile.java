package dev.wau.load;

import dev.wau.model.FileRefusedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What staging found in one file.
 *
 * @param file which
 * @param records read from the aggregated file: good and rejected
 * @param rejected of them
 * @param firstEvent null if none
 * @param lastEvent null if none
 * @param refusal why the file can't be loaded; null if it can
 */
public record StagedFile(
        FileToLoad file,
        long records,
        long rejected,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        @Nullable FileRefusedException refusal) {

    /** The same file, refused. */
    public StagedFile refused(FileRefusedException why) {
        return new StagedFile(file, records, rejected, firstEvent, lastEvent, why);
    }
}
