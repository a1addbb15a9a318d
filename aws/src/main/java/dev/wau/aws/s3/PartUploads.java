package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * One upload in parts, two of which are on their way at a time. Each carries its SHA-256, and the end names them all again.
 * For one thread.
 */
final class PartUploads {

    private static final int ON_THEIR_WAY = 2;

    /** A part on its way, and the buffer that is free again when it has arrived. */
    private static final class Sending {
        private final CompletableFuture<CompletedPart> arrival;
        private final byte[] buffer;

        Sending(CompletableFuture<CompletedPart> arrival, byte[] buffer) {
            this.arrival = arrival;
            this.buffer = buffer;
        }
    }

    private final S3Bucket bucket;
    private final String key;
    private final Executor threads;
    private final String writer = UUID.randomUUID().toString();
    private final String id;
    private final Deque<Sending> waiting = new ArrayDeque<>();
    private final List<CompletedPart> parts = new ArrayList<>();
    private int started;

    /**
     * Begins an upload.
     *
     * @throws WauException STORE_FAILED
     */
    PartUploads(S3Bucket bucket, String key, Executor threads) {
        this.bucket = bucket;
        this.key = key;
        this.threads = threads;
        this.id = bucket.call(
                S3Action.WRITE,
                key,
                () -> bucket.client()
                        .createMultipartUpload(bucket.uploading(key)
                                .checksumAlgorithm(ChecksumAlgorithm.SHA256)
                                .metadata(Map.of(S3Create.WRITER, writer))
                                .build())
                        .uploadId());
    }

    /** The number of the part that comes next, from 1. */
    int next() {
        return started + 1;
    }

    /**
     * Sends a part while its caller goes on; waits for an earlier one where two are on their way.
     *
     * @return a buffer to fill next, of this part's length at least; the given one is no longer the caller's
     * @throws WauException an earlier part failed
     */
    byte[] send(byte[] buffer, int length) {
        if (started == PartSizes.MOST_PARTS) {
            throw new WauException(
                    ErrorCode.LIMIT_REACHED,
                    "Cannot write " + bucket.location().of(key) + ": it is larger than 492 GiB (" + PartSizes.MOST_PARTS
                            + " parts). Split the file.");
        }
        started++;
        int number = started;
        waiting.add(new Sending(CompletableFuture.supplyAsync(() -> upload(number, buffer, length), threads), buffer));
        return waiting.size() > ON_THEIR_WAY ? awaitOldest() : new byte[buffer.length];
    }

    private CompletedPart upload(int number, byte[] buffer, int length) {
        String sha256 = S3Bucket.sha256(buffer, length);
        UploadPartRequest request = UploadPartRequest.builder()
                .bucket(bucket.name())
                .key(key)
                .uploadId(id)
                .partNumber(number)
                .checksumSHA256(sha256)
                .build();
        UploadPartResponse reply = bucket.call(
                S3Action.WRITE, key, () -> bucket.client().uploadPart(request, S3Bucket.body(buffer, length)));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(reply.eTag())
                .checksumSHA256(sha256)
                .build();
    }

    private byte[] awaitOldest() {
        try {
            Sending oldest = waiting.remove();
            parts.add(oldest.arrival.join());
            return oldest.buffer;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WauException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /**
     * Makes one object of all parts.
     *
     * @return its ETag
     * @throws WauException a part failed, or the object could not be made
     */
    String complete() {
        while (!waiting.isEmpty()) {
            awaitOldest();
        }
        CompleteMultipartUploadRequest request = CompleteMultipartUploadRequest.builder()
                .bucket(bucket.name())
                .key(key)
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(parts))
                .build();
        try {
            return bucket.client().completeMultipartUpload(request).eTag();
        } catch (SdkException e) {
            return madeNevertheless(e);
        }
    }

    // The reply to a first try may have been lost: then the upload is over, and the object is there.
    private String madeNevertheless(SdkException failure) {
        WauException failed = bucket.failed(S3Action.WRITE, key, failure);
        try {
            return bucket.head(key)
                    .filter(head -> writer.equals(head.metadata().get(S3Create.WRITER)))
                    .map(HeadObjectResponse::eTag)
                    .orElseThrow(() -> failed);
        } catch (WauException e) {
            if (e != failed) {
                failed.addSuppressed(e);
            }
            throw failed;
        }
    }

    /** Ends it without an object: S3 would keep, and charge for, the parts of an upload that nobody ends. */
    void abort() {
        for (Sending part : waiting) {
            awaitEnd(part.arrival);
        }
        try {
            bucket.client()
                    .abortMultipartUpload(
                            request -> request.bucket(bucket.name()).key(key).uploadId(id));
        } catch (SdkException e) {
            if (S3Errors.status(e) != 404) {
                throw bucket.failed(S3Action.ABORT, key, e);
            }
        }
    }

    // A part that arrived behind the abort would stay. One that failed is at its end too, and was never told: nobody
    // asked.
    private static void awaitEnd(CompletableFuture<CompletedPart> part) {
        try {
            part.join();
        } catch (CompletionException e) {
            return;
        }
    }
}
