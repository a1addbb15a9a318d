package dev.wau.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/**
 * One invocation of a function.
 *
 * @param request its id
 * @param function the ARN that it was invoked by, with the alias or version if it had one
 * @param left until Lambda ends it
 */
record Invocation(String request, String function, Duration left) {

    static Invocation of(Context context) {
        return new Invocation(
                context.getAwsRequestId(),
                context.getInvokedFunctionArn(),
                Duration.ofMillis(context.getRemainingTimeInMillis()));
    }
}
