package dev.wau.config;

import dev.wau.load.RedshiftUrl;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code redshift} in {@code wau.yaml} says: for a warehouse that is one.
 *
 * @param copyRole the IAM role with which Redshift reads the central bucket: an ARN, or {@code default}
 * @param secret the name or ARN of a secret in Secrets Manager that holds user and password; null: there is none
 * @param schema that the tables are in; null: the first of the user's search path
 * @param statementTimeout the longest that a statement may take
 * @param copyTimeout the longest that a COPY may take
 */
public record RedshiftRules(
        String copyRole,
        @Nullable String secret,
        @Nullable String schema,
        Duration statementTimeout,
        Duration copyTimeout) {

    /** The namespace's default role; an hour for a statement, four for a COPY. */
    public static final RedshiftRules DEFAULT =
            new RedshiftRules("default", null, null, Duration.ofHours(1), Duration.ofHours(4));

    private static final String ROLE = "arn:[a-z0-9-]+:iam::[0-9]{12}:role/[\\w+=,.@/-]+";
    // With '!', which the names of secrets have that a service of AWS keeps: redshift!NAMESPACE-USER.
    private static final String SECRET =
            "([\\w/+=.@!-]{1,512}|arn:[a-z0-9-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[\\w/+=.@!-]+)";

    /** What a {@link #copyRole} must be, for messages. */
    public static final String COPY_ROLE_RULE =
            "a role's ARN such as arn:aws:iam::123456789012:role/wau-copy, or default";

    /** What a {@link #secret} must be, for messages. */
    public static final String SECRET_RULE = "the name or ARN of a secret in Secrets Manager";

    /** Whether it can be a {@link #copyRole}. */
    public static boolean isCopyRole(String text) {
        return text.matches("default|" + ROLE);
    }

    /** Whether it can be a {@link #secret}. What is none must not be shown: it may be the secret itself. */
    public static boolean isSecret(String text) {
        return text.matches(SECRET);
    }

    /** Whether user and password would come from two places: IAM, as the URL says, and the secret. */
    public boolean logsInTwice(String warehouse) {
        return secret != null
                && RedshiftUrl.of(warehouse).filter(RedshiftUrl::byIam).isPresent();
    }

    /** The same for the tables of another schema, which must be there. */
    public RedshiftRules in(String other) {
        return new RedshiftRules(copyRole, secret, other, statementTimeout, copyTimeout);
    }

    /** With what the variable {@code WAU_REDSHIFT_SECRET} says instead. */
    RedshiftRules overridden(Map<String, String> environment) {
        String given = environment.getOrDefault("WAU_REDSHIFT_SECRET", "");
        if (given.isBlank()) {
            return this;
        }
        if (!isSecret(given)) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "invalid environment variable WAU_REDSHIFT_SECRET (" + SECRET_RULE
                            + ", which holds user and password)");
        }
        return new RedshiftRules(copyRole, given, schema, statementTimeout, copyTimeout);
    }
}
