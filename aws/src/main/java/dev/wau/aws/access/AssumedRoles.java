package dev.wau.aws.access;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Credentials of roles in other accounts: for each role and external id one provider, which asks when it is first used
 * and again five minutes before they expire. Thread-safe.
 */
final class AssumedRoles implements AutoCloseable {

    private final Function<Region, StsClient> clients;
    private final String sessionName;
    private final Map<Role, StsAssumeRoleCredentialsProvider> providers = new HashMap<>();
    private @Nullable StsClient sts;

    private record Role(String arn, @Nullable String externalId) {}

    /**
     * None yet.
     *
     * @param clients makes the client that asks
     */
    AssumedRoles(Function<Region, StsClient> clients, String sessionName) {
        this.clients = clients;
        this.sessionName = sessionName;
    }

    /**
     * The role's credentials. Nothing is asked yet.
     *
     * @param region where to ask, if this is the first role: what one region gives holds in all
     */
    synchronized AwsCredentialsProvider of(String arn, @Nullable String externalId, Region region) {
        return providers.computeIfAbsent(new Role(arn, externalId), role -> provider(role, region));
    }

    private StsAssumeRoleCredentialsProvider provider(Role role, Region region) {
        if (sts == null) {
            sts = clients.apply(region);
        }
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts)
                .refreshRequest(request -> request.roleArn(role.arn())
                        .externalId(role.externalId())
                        .roleSessionName(sessionName))
                .build();
    }

    @Override
    public synchronized void close() {
        providers.values().forEach(StsAssumeRoleCredentialsProvider::close);
        providers.clear();
        if (sts != null) {
            sts.close();
        }
    }
}
