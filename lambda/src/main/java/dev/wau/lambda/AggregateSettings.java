package dev.wau.lambda;

import dev.wau.metrics.EmbeddedMetrics;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The aggregation function's configuration. Everything else is {@code wau.yaml}'s, with the variables that it knows
 * ({@code WAU_CENTRAL}, and the one that it names for the hashes' key).
 *
 * @param config {@code WAU_CONFIG}: where {@code wau.yaml} is, {@code s3://BUCKET/KEY} or a path in the package such as
 *     {@code /var/task/wau.yaml}
 * @param customersPerPart {@code WAU_CUSTOMERS_PER_PART}: a list of more customers is done in parts of so many, each by an
 *     invocation of its own
 * @param environment {@code WAU_ENVIRONMENT}: the metrics' dimension of that name; null: there are no metrics
 */
record AggregateSettings(
        String config, int customersPerPart, @Nullable String environment) {

    /**
     * To list a customer's files takes a few requests, about 0.2 s with a role to assume, and 17 or more customers are
     * listed at a time: so many are seen within seconds, and the rest of 15 minutes is for their files. More files than
     * that are no error, since a part goes on in another invocation.
     */
    private static final int CUSTOMERS_PER_PART = 100;

    private static final String CONFIG = "WAU_CONFIG";
    private static final String PER_PART = "WAU_CUSTOMERS_PER_PART";
    private static final String ENVIRONMENT = "WAU_ENVIRONMENT";

    /**
     * Reads it from environment variables.
     *
     * @throws WauException INVALID_CONFIGURATION: one is missing or wrong
     */
    static AggregateSettings of(Map<String, String> environment) {
        String config =
                Variables.required(environment, CONFIG, "s3://BUCKET/KEY of wau.yaml, or its path in the package");
        String perPart = environment.getOrDefault(PER_PART, String.valueOf(CUSTOMERS_PER_PART));
        if (!perPart.matches("[1-9][0-9]{0,5}")) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot use " + PER_PART + "='" + perPart + "' (a number from 1 to 999999)");
        }
        return new AggregateSettings(config, Integer.parseInt(perPart), environment(environment));
    }

    private static @Nullable String environment(Map<String, String> environment) {
        String name = environment.getOrDefault(ENVIRONMENT, "");
        if (name.isBlank()) {
            return null;
        }
        if (!EmbeddedMetrics.accepts(name)) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot use " + ENVIRONMENT + "='" + name + "' (" + EmbeddedMetrics.ENVIRONMENT_RULE + ")");
        }
        return name;
    }
}
