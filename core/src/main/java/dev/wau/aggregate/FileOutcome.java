package dev.wau.aggregate;

/** What became of one file of a source. */
sealed interface FileOutcome {

    /** It was copied, refused, or found to hold what is known. */
    record Done(JournalEntry entry) implements FileOutcome {}

    /** It changed or went away while it was read: the next batch's. */
    record Left(AggregateResult.SourceNote note) implements FileOutcome {}

    /** The source can't be read. */
    record SourceFailed(String message) implements FileOutcome {}
}
