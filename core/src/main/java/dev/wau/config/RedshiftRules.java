package dev.wau.config;

import java.time.Duration;
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

    /** The same for the tables of another schema, which must be there. */
    public RedshiftRules in(String other) {
        return new RedshiftRules(copyRole, secret, other, statementTimeout, copyTimeout);
    }
}
