package dev.wau.spark;

import dev.wau.config.RedshiftRules;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments say of the warehouse; each goes before what {@code wau.yaml}, or the catalog, says of it.
 *
 * @param place {@code --wau-target}: its URL, or a table of the catalog in it; null: as the configuration says
 * @param secret {@code --wau-secret}: as {@code redshift.secret}; null: as the configuration or the table's connection says
 * @param copyRole {@code --wau-copy-role}: as {@code redshift.copy-role}; null: as the configuration says
 */
record JobTarget(
        @Nullable String place,
        @Nullable String secret,
        @Nullable String copyRole) {

    JobTarget {
        if (secret != null && !RedshiftRules.isSecret(secret)) {
            // Not shown: somebody may have given the secret itself.
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid " + Argument.SECRET.text() + ": it is not " + RedshiftRules.SECRET_RULE
                            + ", which holds user and password");
        }
        if (copyRole != null && !RedshiftRules.isCopyRole(copyRole)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid " + Argument.COPY_ROLE.text() + ": '" + copyRole + "' (" + RedshiftRules.COPY_ROLE_RULE
                            + ")");
        }
    }

    /** Whatever another place says. */
    static JobTarget of(@Nullable String place) {
        return new JobTarget(place, null, null);
    }

    /** These rules, with what the arguments say before them. */
    RedshiftRules over(RedshiftRules rules) {
        return new RedshiftRules(
                copyRole == null ? rules.copyRole() : copyRole,
                secret == null ? rules.secret() : secret,
                rules.schema(),
                rules.statementTimeout(),
                rules.copyTimeout());
    }
}
