package dev.wau.testing.aws;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
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
 * S3 in this process and in memory, or in a folder: S3Proxy, which checks signatures, conditions and checksums and keeps versions. Who uses
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
    private final Map<String, BlobStore> accounts = new ConcurrentHashMap<>();

    private S3Server(S3Proxy server, BlobStore own) {
        this.server = server;
        this.client = client(uri()).build();
        server.setBlobStoreLocator((key, bucket, object) -> grant(key, own));
    }

    // A key that nobody gave gets a secret that nobody has.
    private AccessGrant grant(@Nullable String key, BlobStore own) {
        if (key == null || key.equals(ACCESS_KEY)) {
            return new AccessGrant(SECRET_KEY, own);
        }
        return accounts.entrySet().stream()
                .filter(account -> StsFake.isKeyOf(account.getKey(), key))
                .findFirst()
                .map(account -> new AccessGrant(StsFake.SECRET_KEY, account.getValue()))
                .orElseGet(() -> new AccessGrant(UUID.randomUUID().toString(), own));
    }

    /** Starts one, which refuses headers that it doesn't know. */
    public static S3Server start() throws IOException {
        return start(new TransientNio2BlobStore(), false);
    }

    /** Starts one that keeps objects in this folder, for more of them than memory holds. It keeps no versions. */
    public static S3Server startIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        return start(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()), true);
    }

    /** Starts one that may have other {@link #account accounts}: it passes over the header of a role's token. */
    public static S3Server startWithAccounts() throws IOException {
        return start(new TransientNio2BlobStore(), true);
    }

    private static S3Server start(BlobStore own, boolean accounts) throws IOException {
        S3Proxy server = S3Proxy.builder()
                .blobStore(own)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(accounts)
                .stopTimeout(0)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("Cannot start S3Proxy", e);
        }
        return new S3Server(server, own);
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

    /**
     * Another account, with buckets that nobody else sees: the credentials of this role of {@link StsFake} open it.
     *
     * @return a client of the account's owner
     */
    public S3Client account(String role) {
        accounts.put(role, new TransientNio2BlobStore());
        return S3Client.builder()
                .endpointOverride(uri())
                .forcePathStyle(true)
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(StsFake.keyOf(role), StsFake.SECRET_KEY)))
                .httpClientBuilder(ApacheHttpClient.builder())
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
