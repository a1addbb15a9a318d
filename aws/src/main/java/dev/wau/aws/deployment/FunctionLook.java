package dev.wau.aws.deployment;

import dev.wau.aws.access.AwsErrors;
import dev.wau.check.Checks;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import dev.wau.trigger.MarkerRule;
import dev.wau.trigger.ObjectCreated;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

/**
 * The trigger function. Used by one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html">AWS:
 *     GetFunctionConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">AWS: Invoke, dry runs</a>
 */
final class FunctionLook {

    private static final String HANDLER = "dev.wau.lambda.Trigger";
    private static final Set<String> RUNTIMES = Set.of("java17", "java21", "java25");
    private static final String MARKERS = "complete/*.json";

    private final LambdaClient lambda;
    private final Target target;
    private final String function;
    private final Asking asking;
    private final Checks checks;

    /** The function of this ARN. */
    FunctionLook(LambdaClient lambda, Target target, String function, Asking asking) {
        this.lambda = lambda;
        this.target = target;
        this.function = function;
        this.asking = asking;
        this.checks = asking.checks();
    }

    /** Looks at it; its time-out, or empty where it can't be seen. */
    Optional<Duration> look() {
        String name = named("can run");
        try {
            GetFunctionConfigurationResponse found =
                    lambda.getFunctionConfiguration(request -> request.functionName(function));
            state(name, found);
            code(found);
            environment(found.environment());
            invocation();
            return Optional.of(Duration.ofSeconds(found.timeout()));
        } catch (ResourceNotFoundException e) {
            checks.wrong(
                    name,
                    "there is no such function",
                    "deploy lambda/target/wau-trigger.zip again (docs/cloud.md#functions), or correct what names it: "
                            + function);
        } catch (SdkException e) {
            asking.failed(name, "lambda:GetFunctionConfiguration", e);
        }
        return Optional.empty();
    }

    private void state(String name, GetFunctionConfigurationResponse found) {
        if (found.state() == State.ACTIVE && found.lastUpdateStatus() != LastUpdateStatus.FAILED) {
            checks.ok(name);
        } else if (found.state() == State.ACTIVE) {
            checks.wrong(
                    name,
                    "its last update failed: " + found.lastUpdateStatusReason(),
                    "aws lambda update-function-code --function-name " + Arns.name(function)
                            + " --zip-file fileb://lambda/target/wau-trigger.zip");
        } else if (found.state() == State.FAILED) {
            checks.wrong(
                    name,
                    "its state is Failed: " + found.stateReason(),
                    "mend what the reason names, and deploy the function again");
        } else {
            checks.note(
                    name,
                    "its state is " + found.stateAsString() + ": " + found.stateReason(),
                    "wait a minute and run 'wau doctor' again; an inactive function wakes with its next event");
        }
    }

    private void code(GetFunctionConfigurationResponse found) {
        checks.require(
                found.handler() != null
                        && (found.handler().equals(HANDLER)
                                || found.handler().startsWith(HANDLER + "::")
                                || found.handler().startsWith(HANDLER + ".")),
                named("has wau's handler"),
                "its handler is " + found.handler(),
                "aws lambda update-function-configuration --function-name " + Arns.name(function) + " --handler "
                        + HANDLER);
        checks.require(
                RUNTIMES.contains(found.runtimeAsString()),
                named("runs Java 17 or newer"),
                "its runtime is " + found.runtimeAsString(),
                "aws lambda update-function-configuration --function-name " + Arns.name(function)
                        + " --runtime java17");
    }

    private void environment(EnvironmentResponse environment) {
        if (environment != null && environment.error() != null) {
            checks.note(
                    named("serves this bucket and job"),
                    "its variables may not be read: " + environment.error().message(),
                    "allow kms:Decrypt on the function's key to these credentials, if the doctor shall look");
            return;
        }
        Map<String, String> variables = environment == null ? Map.of() : environment.variables();
        String central = variables.getOrDefault("WAU_CENTRAL", "");
        checks.require(
                withSlash(central).equals(withSlash(target.central().toString())),
                named("serves this central bucket"),
                "its WAU_CENTRAL is '" + central + "', and events of another bucket are ignored",
                "set the function's variable WAU_CENTRAL=" + target.central());
        String pattern = variables.getOrDefault("WAU_COMPLETE", MARKERS);
        checks.require(
                takesMarkers(pattern),
                named("takes completion markers"),
                "its WAU_COMPLETE is '" + pattern + "', which doesn't take complete/*.json",
                "remove the function's variable WAU_COMPLETE, or set it to " + MARKERS);
        String job = variables.getOrDefault("WAU_GLUE_JOB", "");
        checks.require(
                job.equals(target.job()),
                named("starts job " + target.job()),
                "its WAU_GLUE_JOB is '" + job + "'",
                "set the function's variable WAU_GLUE_JOB=" + target.job() + ", or glue.job in wau.yaml to " + job);
    }

    private static String withSlash(String place) {
        return place.endsWith("/") ? place : place + "/";
    }

    private boolean takesMarkers(String pattern) {
        try {
            Location central = target.central();
            Optional<ObjectKey> marker = MarkerRule.of(central, pattern)
                    .marker(new ObjectCreated(target.bucket(), target.marker(), Instant.EPOCH));
            return marker.isPresent();
        } catch (WauException e) {
            return false;
        }
    }

    /** The right of these credentials, which events don't need. */
    private void invocation() {
        String name = named("may be invoked by these credentials (a dry run)");
        try {
            lambda.invoke(request -> request.functionName(function).invocationType(InvocationType.DRY_RUN));
            checks.ok(name);
        } catch (SdkException e) {
            if (Asking.isRefused(e)) {
                checks.note(
                        name,
                        "they may not: " + AwsErrors.reason(e),
                        "allow lambda:InvokeFunction to these credentials, if they shall start it by hand; events don't"
                                + " need it");
            } else {
                asking.failed(name, "lambda:InvokeFunction", e);
            }
        }
    }

    private String named(String what) {
        return "function " + Arns.name(function) + ": " + what;
    }
}
