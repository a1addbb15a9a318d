package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Lookups;
import dev.wau.store.ObjectStore;
import dev.wau.store.ReadAhead;
import dev.wau.store.StorePlace;
import dev.wau.store.StoredObject;
import java.io.InputStream;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A bucket, an access point, or what stands below a prefix of one; also of services that speak S3's protocol, if they know
 * conditional writes. A version's mark is its ETag. Thread-safe, and safe among machines.
 *
 * <ul>
 *   <li>A listing leaves out names that begin with {@code .wau-} directly under the prefix, which are this class's own, and
 *       objects without content whose keys end in a slash, which only make a folder visible. An object whose key no
 *       {@link ObjectKey} can hold is an error, since a file would be missed otherwise.
 *   <li>A body that breaks off is read on from the byte reached. In a bucket with versioning, a version that was replaced
 *       is still read, until it expires; one that was deleted isn't.
 *   <li>An object may have at most 492 GiB; see {@link PartSizes}.
 *   <li>Requests are tried again as the client's retry strategy says.
 *   <li>Of a bucket that isn't there, {@link #find} knows no more than of an object that isn't: S3 doesn't tell. All other
 *       calls say so.
 * </ul>
 */
public final class S3Store implements ObjectStore {

    private static final String OWN = ".wau-";

    private final S3Bucket bucket;

    // Its threads are made when a large object is written, and end when none was for a minute.
    private final ExecutorService uploads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "wau-s3-upload");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * The store of a place in S3. Nothing is asked of it yet.
     *
     * @param client for the place's region and account; stays the caller's
     * @throws WauException INVALID_ARGUMENT: not a place that S3 knows
     */
    public S3Store(S3Client client, StorePlace place) {
        this.bucket = new S3Bucket(client, place);
    }

    /** Whether a name in a store is this class's own. */
    static boolean isOwn(String name) {
        return name.startsWith(OWN);
    }

    @Override
    public URI location() {
        return bucket.location().uri();
    }

    @Override
    public Stream<StoredObject> list(String prefix) {
        return new S3Listing(bucket).of(prefix);
    }

    @Override
    public Optional<StoredObject> find(ObjectKey key) {
        return bucket.head(bucket.location().key(key))
                .map(head -> S3Bucket.stored(key, head.contentLength(), head.lastModified(), head.eTag()));
    }

    @Override
    public InputStream read(StoredObject object, long from) {
        object.requireOffset(from);
        String key = bucket.location().key(object.key());
        return new S3Body(new S3Reader(bucket, key, object.version()), Backoff.DEFAULT, from, object.bytes());
    }

    @Override
    public Map<ObjectKey, StoredObject> findAll(Collection<ObjectKey> keys) {
        return Lookups.findAll(this, keys);
    }

    @Override
    public Reading readInOrder(List<StoredObject> objects) {
        return new ReadAhead(this, objects);
    }

    @Override
    public Write write(ObjectKey key) {
        requireNotOwn(key);
        return new S3Write(bucket, key, uploads);
    }

    @Override
    public boolean createIfAbsent(ObjectKey key, byte[] content) {
        requireNotOwn(key);
        return new S3Create(bucket, Backoff.DEFAULT).write(bucket.location().key(key), content);
    }

    @Override
    public void delete(ObjectKey key) {
        String full = bucket.location().key(key);
        bucket.call(
                S3Action.DELETE,
                full,
                () -> bucket.client()
                        .deleteObject(request -> request.bucket(bucket.name()).key(full)));
    }

    @Override
    public Hold hold(String name) {
        String key = bucket.location().key(new ObjectKey(OWN + name + ".lock"));
        return S3Hold.take(new Lease(bucket, key, HoldTimes.DEFAULT), name, ElapsedTime.SYSTEM);
    }

    private static void requireNotOwn(ObjectKey key) {
        if (isOwn(key.path())) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid object key: '" + key + "' (names that begin with '" + OWN + "' are the store's own)");
        }
    }
}
