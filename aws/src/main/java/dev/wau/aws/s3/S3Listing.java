package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.StoredObject;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A store's objects as S3 lists them. */
final class S3Listing {

    private final S3Bucket bucket;

    S3Listing(S3Bucket bucket) {
        this.bucket = bucket;
    }

    /** Those whose names begin with a prefix, in the order of their names. */
    Stream<StoredObject> of(String prefix) {
        CodeUnitOrder all = new CodeUnitOrder(bucket, bucket.location().prefix() + prefix);
        Spliterator<S3Object> objects =
                Spliterators.spliteratorUnknownSize(all, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(objects, false)
                .filter(object -> !isOwn(object) && !isFolder(object))
                .map(this::stored);
    }

    private boolean isOwn(S3Object object) {
        return S3Store.isOwn(bucket.location().name(object.key()));
    }

    // What consoles and tools put there so that an empty folder can be seen: it holds nothing.
    private static boolean isFolder(S3Object object) {
        return object.key().endsWith("/") && object.size() == 0;
    }

    private StoredObject stored(S3Object object) {
        return S3Bucket.stored(key(object), object.size(), object.lastModified(), object.eTag());
    }

    // An error, for to leave it out would lose a customer's file without a word.
    private ObjectKey key(S3Object object) {
        try {
            return new ObjectKey(bucket.location().name(object.key()));
        } catch (WauException e) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot list " + bucket.location() + ": the key of "
                            + bucket.location().of(object.key())
                            + " has a segment that is empty, '.' or '..', and can't be a file's name. Rename the object,"
                            + " or name a prefix without it.",
                    e);
        }
    }
}
