package dev.wau.load;

/**
 * The accounting of one file: {@code read = loaded + rejected + suppressed}.
 *
 * @param read records in the file, those rejected at aggregation included
 * @param loaded rows in {@code wau_audit_logs} that carry this file's id
 * @param rejected records in none of the tables but {@code wau_rejects}
 * @param suppressed records that another file's row stands for
 */
public record FileCounts(long read, long loaded, long rejected, long suppressed) {

    /** Nothing read. */
    public static final FileCounts ZERO = new FileCounts(0, 0, 0, 0);

    /** Those of both. */
    public FileCounts plus(FileCounts other) {
        return new FileCounts(
                read + other.read, loaded + other.loaded, rejected + other.rejected, suppressed + other.suppressed);
    }
}
