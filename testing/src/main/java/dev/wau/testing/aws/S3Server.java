package dev.wau.testing.aws;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/**
 * S3 in this process and in memory: S3Proxy, which checks signatures, conditions and checksums and keeps versions. Who uses
 * it has {@code org.gaul:s3proxy} among its own dependencies. Thread-safe.
 *
 * <p>What it can't show: it lists by UTF-16 code units where S3 lists by UTF-8 bytes ({@link ListingServer} does that);
 * keys are paths in it, so there is no {@code a//b}, and no {@code a} beside {@code a/b}; {@code If-Match} on a put looks
 * first and writes then, in two steps (a {@link dev.wau.testing.network.HttpFaultProxy} that passes requests in turn mends
 * that).
 */
public final class S3Server implements AutoCloseable {

    /** The one user's access key. */
    public static final String ACCESS_KEY = "testing-access-key";

    /** And the secret that signatures are checked with. */
    public static final String SECRET_KEY = "testing-secret-key";

    private final S3Proxy server;
    private final S3Client client;

    private S3Server(S3Proxy server) {
        this.server = server;
        this.client = client(uri()).build();
    }

    /** Starts one. It refuses what it doesn't know, keys of a role among them, which come with a token. */
    public static S3Server start() throws IOException {
        return start(S3Proxy.builder());
    }

    /** Starts one that takes requests with a role's token, and doesn't look at it. */
    public static S3Server startForRoles() throws IOException {
        return start(S3Proxy.builder().ignoreUnknownHeaders(true));
    }

    private static S3Server start(S3Proxy.Builder builder) throws IOException {
        S3Proxy server = builder
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .stopTimeout(0)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("Cannot start S3Proxy", e);
        }
        return new S3Server(server);
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** A client of it. */
    public S3Client client() {
        return client;
    }

    /**
     * A client of what listens there, with the right secret. It tries four times, 20 ms apart, and fails where it hears
     * nothing for 2 s.
     */
    public static S3ClientBuilder client(URI uri) {
        return client(uri, SECRET_KEY);
    }

    /** A client with any secret. */
    public static S3ClientBuilder client(URI uri, String secret) {
        return S3Client.builder()
                .endpointOverride(uri)
                .forcePathStyle(true)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, secret)))
                .overrideConfiguration(configuration -> configuration.retryStrategy(patience()))
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(Duration.ofSeconds(2)));
    }

    private static StandardRetryStrategy patience() {
        BackoffStrategy brief = BackoffStrategy.fixedDelay(Duration.ofMillis(20));
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(4)
                .backoffStrategy(brief)
                .throttlingBackoffStrategy(brief)
                .build();
    }

    /** A new bucket's name. */
    public String makeBucket() {
        String name = "bucket-" + UUID.randomUUID();
        client.createBucket(request -> request.bucket(name));
        return name;
    }

    /** A new bucket that keeps versions. */
    public String makeVersionedBucket() {
        String name = makeBucket();
        client.putBucketVersioning(request -> request.bucket(name)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        return name;
    }

    @Override
    public void close() {
        client.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot stop S3Proxy", e);
        }
    }
}
