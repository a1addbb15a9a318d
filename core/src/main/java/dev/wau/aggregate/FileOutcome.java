package dev.wau.aggregate;

import java.time.Duration;

/** What became of one file of a source. */
sealed interface FileOutcome {

    /** It was copied, refused, or found to hold what is known. */
    record Done(JournalEntry entry) implements FileOutcome {}

    /** It changed or went away while it was read: the next batch's. */
    record Left(AggregateResult.SourceNote note) implements FileOutcome {}

    /**
     * The time of the run was over.
     *
     * @param given how much of the run's time it had
     */
    record GivenUp(Duration given) implements FileOutcome {}

    /** The source can't be read. */
    record SourceFailed(String message) implements FileOutcome {}
}
