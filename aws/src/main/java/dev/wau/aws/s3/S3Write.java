package dev.wau.aws.s3;

import dev.wau.model.ObjectKey;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** What fits into one part is put in one request; more goes up in parts, while it is written. */
final class S3Write extends ObjectStore.Write {

    private static final int SMALL = 16 << 10;

    private final S3Bucket bucket;
    private final ObjectKey key;
    private final String fullKey;
    private final Executor threads;
    private byte[] buffer = new byte[SMALL];
    private int length;
    private long total;
    private @Nullable PartUploads parts;
    private boolean over;
    private boolean committed;

    S3Write(S3Bucket bucket, ObjectKey key, Executor threads) {
        this.bucket = bucket;
        this.key = key;
        this.fullKey = bucket.location().key(key);
        this.threads = threads;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) {
        Objects.checkFromIndexSize(start, count, bytes.length);
        requireOpen();
        int written = 0;
        while (written < count) {
            int partSize = PartSizes.of(parts == null ? 1 : parts.next());
            if (length == partSize) {
                handOver();
            } else {
                int step = Math.min(partSize - length, count - written);
                append(bytes, start + written, step, partSize);
                written += step;
            }
        }
    }

    private void append(byte[] bytes, int start, int count, int partSize) {
        if (buffer.length < length + count) {
            int larger = Math.max(length + count, (int) Math.min(partSize, buffer.length * 4L));
            buffer = Arrays.copyOf(buffer, larger);
        }
        System.arraycopy(bytes, start, buffer, length, count);
        length += count;
        total += count;
    }

    private void handOver() {
        try {
            PartUploads upload = parts;
            if (upload == null) {
                upload = new PartUploads(bucket, fullKey, threads);
                parts = upload;
            }
            buffer = upload.send(buffer, length);
            length = 0;
        } catch (RuntimeException e) {
            over = true;
            throw e;
        }
    }

    @Override
    public StoredObject commit() {
        requireOpen();
        over = true;
        Instant before = Instant.now();
        String etag = parts == null ? putAll() : uploadRest(parts);
        committed = true;
        return stored(etag, before);
    }

    private String putAll() {
        return bucket.call(S3Action.WRITE, fullKey, () -> bucket.put(bucket.putting(fullKey), buffer, length))
                .eTag();
    }

    private String uploadRest(PartUploads upload) {
        upload.send(buffer, length);
        return upload.complete();
    }

    // S3 tells a version's time only when asked for it; of an upload, it is the time when it began.
    private StoredObject stored(String etag, Instant otherwise) {
        Instant modified = otherwise;
        try {
            HeadObjectResponse head = bucket.client()
                    .headObject(request -> request.bucket(bucket.name()).key(fullKey));
            modified = head.eTag().equals(etag) ? head.lastModified() : otherwise;
        } catch (SdkException e) {
            // The object is there, whatever keeps us from looking at it: the commit has not failed.
            modified = otherwise;
        }
        return S3Bucket.stored(key, total, modified, etag);
    }

    @Override
    public void close() {
        over = true;
        buffer = new byte[0];
        PartUploads upload = parts;
        parts = null;
        if (upload != null && !committed) {
            upload.abort();
        }
    }

    private void requireOpen() {
        if (over) {
            throw new IllegalStateException("The write of " + key + " is over");
        }
    }
}
