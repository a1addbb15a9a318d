package dev.wau.load;

import dev.wau.model.BatchId;
import dev.wau.model.Customer;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One version of an audit log file in the central bucket: its key plus its content.
 *
 * @param customer whose, by the key's folder
 * @param key where it stands
 * @param sha256 of its bytes
 * @param version the store's mark (ETag, version id); empty if it never was there (refused at aggregation)
 * @param bytes its size
 * @param batch that brought it; null when loaded from a listing
 */
public record FileVersion(
        Customer customer,
        ObjectKey key,
        Sha256 sha256,
        String version,
        long bytes,
        @Nullable BatchId batch) {}
