package dev.wau.aws.login;

import dev.wau.aws.access.AwsClients;
import dev.wau.load.RedshiftUrl;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Logins to databases, each remembered by itself. Thread-safe. */
public final class DatabaseLogins {

    private DatabaseLogins() {}

    /**
     * From a secret in Secrets Manager.
     *
     * @param secret its name, or its ARN, which says its region
     * @param region of a name; null: the surroundings' own
     */
    public static RememberedLogin secret(
            AwsClients clients, String secret, @Nullable String region, InstantSource clock) {
        return new RememberedLogin(new SecretLogin(clients, secret, region, clock)::read, clock);
    }

    /**
     * By IAM, of Redshift Serverless.
     *
     * @throws dev.wau.model.WauException INVALID_CONFIGURATION: the URL names no workgroup
     */
    public static RememberedLogin workgroup(AwsClients clients, RedshiftUrl url, InstantSource clock) {
        return new RememberedLogin(new WorkgroupLogin(clients, Workgroup.of(url))::ask, clock);
    }
}
