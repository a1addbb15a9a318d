package dev.wau.testing.redshift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Where COPY finds its files. Thread-safe. */
final class S3Files implements AutoCloseable {

    private static final int NOT_FOUND = 404;

    private final S3Client client;

    S3Files(S3Client client) {
        this.client = client;
    }

    /** How many bytes a file has; empty for one that isn't there. */
    OptionalLong length(S3Location file) {
        try {
            return OptionalLong.of(
                    client.headObject(request -> request.bucket(file.bucket()).key(file.key()))
                            .contentLength());
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    byte[] read(S3Location file) {
        return client.getObjectAsBytes(request -> request.bucket(file.bucket()).key(file.key()))
                .asByteArray();
    }

    /** A copy on this machine's disk; the caller deletes it. */
    Path download(S3Location file) throws IOException {
        Path copy = Files.createTempFile("redshift-stand-in", ".parquet");
        Files.delete(copy);
        client.getObject(request -> request.bucket(file.bucket()).key(file.key()), copy);
        return copy;
    }

    @Override
    public void close() {
        client.close();
    }
}
