package dev.wau.warehouse.redshift;

import dev.wau.config.RedshiftRules;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Redshift must be told beside its URL.
 *
 * @param copyRole the IAM role with which it reads the central bucket: an ARN, or {@code default}
 * @param statementTimeout the longest that a statement may take
 * @param copyTimeout the longest that a COPY may take
 * @param schema of the tables, which must be there; null: the first of the user's search path
 */
public record RedshiftSettings(
        String copyRole,
        Duration statementTimeout,
        Duration copyTimeout,
        @Nullable String schema) {

    /** The namespace's default role; an hour for a statement, four for a COPY. */
    public static final RedshiftSettings DEFAULT = of(RedshiftRules.DEFAULT);

    /** As {@code wau.yaml} says. */
    public static RedshiftSettings of(RedshiftRules rules) {
        return new RedshiftSettings(rules.copyRole(), rules.statementTimeout(), rules.copyTimeout(), rules.schema());
    }

    /** The same for the tables of another schema. */
    public RedshiftSettings in(String other) {
        return new RedshiftSettings(copyRole, statementTimeout, copyTimeout, other);
    }

    /** The role as COPY names it. */
    String iamRole() {
        return copyRole.equals("default") ? "default" : "'" + copyRole.replace("'", "''") + "'";
    }
}
