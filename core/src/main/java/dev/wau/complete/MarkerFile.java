package dev.wau.complete;

import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.Reject;
import dev.wau.model.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file of a batch, as its marker names it. The rejects are the source's records that didn't enter {@code csv/}:
 * without their text, with their line in the source's file.
 *
 * @param customer whose
 * @param key where its aggregated file stands
 * @param sourceName its name in the customer's source
 * @param bytes of the aggregated file; of the source's file if refused
 * @param sha256 of the aggregated file; of the source's file if refused
 * @param version the store's mark of the aggregated file (ETag); empty if refused
 * @param records in the aggregated file
 * @param header of the aggregated file
 * @param firstEvent time of the earliest event; null if none
 * @param lastEvent time of the latest event; null if none
 * @param rejected how many of the source's records were rejected
 * @param rejects the first of them (bounded; {@code rejected} counts all)
 * @param refusal why the source's file was refused as a whole, with its code; null if it was copied
 */
public record MarkerFile(
        Customer customer,
        ObjectKey key,
        String sourceName,
        long bytes,
        Sha256 sha256,
        String version,
        long records,
        List<String> header,
        @Nullable Instant firstEvent,
        @Nullable Instant lastEvent,
        long rejected,
        List<Reject> rejects,
        @Nullable Refusal refusal) {

    /**
     * Why a file was refused.
     *
     * @param code of {@link dev.wau.model.RefusalReason}
     * @param message for a person
     */
    public record Refusal(String code, String message) {}

    public MarkerFile {
        header = List.copyOf(header);
        rejects = List.copyOf(rejects);
    }

    /** The same with another list of the same names, or of others. */
    public MarkerFile withHeader(List<String> names) {
        return new MarkerFile(
                customer,
                key,
                sourceName,
                bytes,
                sha256,
                version,
                records,
                names,
                firstEvent,
                lastEvent,
                rejected,
                rejects,
                refusal);
    }
}
