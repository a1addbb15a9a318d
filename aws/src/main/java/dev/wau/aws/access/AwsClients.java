package dev.wau.aws.access;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.CloudAccess;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;

/**
 * Clients of AWS services, one for each service and {@link CloudAccess}, all on one pool of connections. A place that
 * names a role is reached with that role's credentials and no others: they belong to the client that was made for it,
 * and are renewed before they expire. Calls are tried up to five times, as AWS's standard retry mode does: throttling,
 * time-outs and errors of the service, by code. Thread-safe.
 *
 * <p>SnapStart: clients may be made before the snapshot is taken, and should be, for that is what takes long: it opens
 * no connection and asks for no credentials. Calls may not: with the first one both happen, and after a restore they would
 * be stale, and shared by every copy. What is random here are pauses between tries and ids of calls; nothing stands on
 * either.
 */
public final class AwsClients implements AutoCloseable {

    private static final int ATTEMPTS = 5;
    private static final int CONNECTIONS = 64;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(60);

    private static final Pattern ENDPOINT = Pattern.compile("https?://[A-Za-z0-9._:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?");

    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final AssumedRoles roles;
    private final Map<Key, SdkClient> clients = new HashMap<>();
    private @Nullable AwsCredentialsProvider own;
    private boolean closed;

    private record Key(Class<? extends SdkClient> service, CloudAccess access) {}

    /** None yet. Close it when none of its clients is used any more. */
    public AwsClients(AwsSettings settings) {
        this.settings = settings;
        this.http = ApacheHttpClient.builder()
                .maxConnections(CONNECTIONS)
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(SOCKET_TIMEOUT)
                // More threads than connections wait for each other, not for an error.
                .connectionAcquisitionTimeout(SOCKET_TIMEOUT)
                .tcpKeepAlive(true)
                .build();
        this.roles = new AssumedRoles(this::sts, settings.sessionName());
    }

    /**
     * S3: with an endpoint, buckets stand in the path, as S3-compatible services want it; access point ARNs may name
     * another region than the place does.
     *
     * @throws WauException INVALID_CONFIGURATION: no region, or an endpoint that is no URL
     */
    public S3Client s3(CloudAccess access) {
        return client(
                S3Client.class,
                access,
                () -> configured(S3Client.builder(), access)
                        .forcePathStyle(access.endpoint() != null)
                        .useArnRegion(true)
                        .build());
    }

    /**
     * CloudWatch Logs.
     *
     * @throws WauException INVALID_CONFIGURATION: no region, or an endpoint that is no URL
     */
    public CloudWatchLogsClient logs(CloudAccess access) {
        return client(
                CloudWatchLogsClient.class,
                access,
                () -> configured(CloudWatchLogsClient.builder(), access).build());
    }

    /**
     * Glue.
     *
     * @throws WauException INVALID_CONFIGURATION: no region, or an endpoint that is no URL
     */
    public GlueClient glue(CloudAccess access) {
        return client(
                GlueClient.class,
                access,
                () -> configured(GlueClient.builder(), access).build());
    }

    /**
     * Another service, whose part of the SDK the program must bring along.
     *
     * @param service its client
     * @param builder of it
     * @throws WauException INVALID_CONFIGURATION: no region, or an endpoint that is no URL
     */
    public <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> C of(
            Class<C> service, Supplier<B> builder, CloudAccess access) {
        return client(service, access, () -> configured(builder.get(), access).build());
    }

    @Override
    public synchronized void close() {
        closed = true;
        clients.values().forEach(SdkClient::close);
        clients.clear();
        roles.close();
        http.close();
    }

    private synchronized <C extends SdkClient> C client(Class<C> service, CloudAccess access, Supplier<C> maker) {
        if (closed) {
            throw new IllegalStateException("These clients are closed");
        }
        return service.cast(clients.computeIfAbsent(new Key(service, access), key -> maker.get()));
    }

    private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> B configured(
            B builder, CloudAccess access) {
        Region region = access.region() == null ? ownRegion() : Region.of(access.region());
        B configured = common(builder).region(region).credentialsProvider(credentials(access, region));
        return access.endpoint() == null ? configured : configured.endpointOverride(endpoint(access.endpoint()));
    }

    private <C, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> B common(B builder) {
        StandardRetryStrategy retries = AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .build();
        return builder.httpClient(http).overrideConfiguration(override -> override.retryStrategy(retries));
    }

    private AwsCredentialsProvider credentials(CloudAccess access, Region region) {
        return access.role() == null ? own() : roles.of(access.role(), access.externalId(), region);
    }

    // Only under the lock of client().
    private AwsCredentialsProvider own() {
        if (own == null) {
            own = new OwnCredentials(settings.credentials().get());
        }
        return own;
    }

    private StsClient sts(Region placeRegion) {
        StsClientBuilder builder =
                common(StsClient.builder()).region(stsRegion(placeRegion)).credentialsProvider(own());
        if (settings.stsEndpoint() != null) {
            builder.endpointOverride(settings.stsEndpoint());
        }
        return builder.build();
    }

    // At home, where it is known: a place's region may be one that this program's account hasn't enabled.
    private Region stsRegion(Region placeRegion) {
        try {
            return settings.region().getRegion();
        } catch (SdkClientException e) {
            return placeRegion;
        }
    }

    private Region ownRegion() {
        try {
            return settings.region().getRegion();
        } catch (SdkClientException e) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot reach AWS: no region is known. Set 'region' at the place in wau.yaml, or AWS_REGION in the"
                            + " environment, or 'region' in the profile (~/.aws/config).",
                    e);
        }
    }

    private static URI endpoint(String url) {
        if (!ENDPOINT.matcher(url).matches()) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Invalid endpoint: '" + url + "' (a URL such as https://storage.example.com)");
        }
        return URI.create(url);
    }
}
