package dev.wau.store;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How a place in a cloud account is reached; null is the surroundings' own: the region and credentials that AWS tools
 * find in the environment, the profile files or the machine's role.
 *
 * @param region such as {@code eu-west-1}
 * @param endpoint of the place's service, a URL: an S3-compatible store's, a VPC's
 * @param role ARN of the role to take on in the account that owns the place
 * @param externalId that the role asks for
 */
public record CloudAccess(
        @Nullable String region,
        @Nullable String endpoint,
        @Nullable String role,
        @Nullable String externalId) implements Serializable {

    /** The surroundings' own. */
    public static final CloudAccess DEFAULT = new CloudAccess(null, null, null, null);
}
