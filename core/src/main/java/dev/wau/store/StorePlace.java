package dev.wau.store;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where a store is and how it is reached.
 *
 * @param encryption of what is written, as S3 names it ({@code AES256}, {@code aws:kms}); null: the bucket's own
 * @param kmsKey with {@code aws:kms}: the key's ARN; null: the account's own
 */
public record StorePlace(
        Location location,
        CloudAccess access,
        @Nullable String encryption,
        @Nullable String kmsKey) implements Serializable {

    /** A place without anything to say beside. */
    public static StorePlace of(Location location) {
        return new StorePlace(location, CloudAccess.DEFAULT, null, null);
    }

    /** A folder in it, reached in the same way. */
    public StorePlace folder(String name) {
        String parent = location.name();
        String path = (parent.endsWith("/") ? parent : parent + "/") + name;
        return new StorePlace(new Location(location.scheme(), path), access, encryption, kmsKey);
    }
}
