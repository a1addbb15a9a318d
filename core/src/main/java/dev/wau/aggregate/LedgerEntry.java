package dev.wau.aggregate;

import dev.wau.complete.MarkerFile;
import dev.wau.model.BatchId;
import dev.wau.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one file of a source, so that it isn't read again.
 *
 * @param name in the source
 * @param mark the source's mark of the version that was read
 * @param rules digest of the rules it was read by
 * @param bytes of the source's file
 * @param sha256 of the aggregated file; of the source's file if refused
 * @param etag of the aggregated file; empty if refused
 * @param rejected records
 * @param refusal code, if it was refused as a whole
 * @param batch that brought this content
 */
record LedgerEntry(
        String name,
        String mark,
        String rules,
        long bytes,
        Sha256 sha256,
        String etag,
        long rejected,
        @Nullable String refusal,
        BatchId batch) {

    /** Whether this is about the same version of the source's file, read the same way. */
    boolean covers(String wantedMark, String wantedRules) {
        return mark.equals(wantedMark) && rules.equals(wantedRules);
    }

    /** Whether the load knows this outcome already from this entry's batch. */
    boolean saysTheSame(MarkerFile file) {
        String code = file.refusal() == null ? "" : file.refusal().code();
        return sha256.equals(file.sha256())
                && etag.equals(file.version())
                && rejected == file.rejected()
                && code.equals(refusal == null ? "" : refusal);
    }

    /** The same outcome for another mark or other rules. */
    LedgerEntry seenAs(String newMark, String newRules, long newBytes) {
        return new LedgerEntry(name, newMark, newRules, newBytes, sha256, etag, rejected, refusal, batch);
    }
}
