package dev.wau.lambda;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.trigger.MarkerRule;
import java.util.Map;

/**
 * The trigger function's configuration.
 *
 * @param central {@code WAU_CENTRAL}: the central bucket, {@code s3://BUCKET} or {@code s3://BUCKET/PREFIX}; events of
 *     others are ignored
 * @param markers {@code WAU_COMPLETE}: which of its objects are completion markers, {@code complete/*.json} unless set
 * @param job {@code WAU_GLUE_JOB}: the Glue job that loads
 */
record TriggerSettings(Location central, MarkerRule markers, String job) {

    private static final String CENTRAL = "WAU_CENTRAL";
    private static final String COMPLETE = "WAU_COMPLETE";
    private static final String JOB = "WAU_GLUE_JOB";
    private static final String MANIFESTS = "complete/*.json";

    /**
     * Reads it from environment variables.
     *
     * @throws WauException INVALID_CONFIGURATION: one is missing or wrong
     */
    static TriggerSettings of(Map<String, String> environment) {
        String place = Variables.required(environment, CENTRAL, "the central bucket, s3://BUCKET/PREFIX");
        String job = Variables.required(environment, JOB, "the name of the Glue job that loads");
        String pattern = environment.getOrDefault(COMPLETE, MANIFESTS);
        try {
            Location central = Location.of(place);
            return new TriggerSettings(central, MarkerRule.of(central, pattern), job);
        } catch (WauException e) {
            throw new WauException(
                    ErrorCode.INVALID_CONFIGURATION,
                    "Cannot use " + CENTRAL + "='" + place + "' and " + COMPLETE + "='" + pattern + "': "
                            + e.getMessage(),
                    e);
        }
    }
}
