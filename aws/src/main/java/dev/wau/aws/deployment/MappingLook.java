package dev.wau.aws.deployment;

import dev.wau.check.Checks;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;

/**
 * What takes messages from the queue to a function. Used by one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_ListEventSourceMappings.html">AWS:
 *     ListEventSourceMappings</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">AWS: partial batch
 *     responses</a>
 */
final class MappingLook {

    private static final String ENABLED = "Enabled";

    private final LambdaClient lambda;
    private final Asking asking;
    private final Checks checks;

    MappingLook(LambdaClient lambda, Asking asking) {
        this.lambda = lambda;
        this.asking = asking;
        this.checks = asking.checks();
    }

    /** The function that gets the queue's messages; empty if none does, or if that can't be seen. */
    Optional<String> function(String queue) {
        String name = named(queue, "is read by a function");
        return asking.ask(
                        name,
                        "lambda:ListEventSourceMappings",
                        () -> lambda.listEventSourceMappings(request -> request.eventSourceArn(queue))
                                .eventSourceMappings())
                .flatMap(found -> function(queue, name, found));
    }

    private Optional<String> function(String queue, String name, List<EventSourceMappingConfiguration> found) {
        if (found.isEmpty()) {
            checks.wrong(
                    name,
                    "no event source mapping reads it, so its messages wait until they expire",
                    "aws lambda create-event-source-mapping --event-source-arn " + queue
                            + " --function-name wau-trigger --function-response-types ReportBatchItemFailures");
            return Optional.empty();
        }
        if (found.size() > 1) {
            checks.wrong(
                    name,
                    found.size() + " event source mappings share its messages: "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(one -> Arns.name(one.functionArn()))
                                            .toList()),
                    "aws lambda delete-event-source-mapping --uuid UUID    for all but the trigger's");
        }
        EventSourceMappingConfiguration mapping = found.get(0);
        if (found.size() == 1) {
            checks.require(
                    ENABLED.equals(mapping.state()),
                    name,
                    "its event source mapping is " + mapping.state(),
                    "aws lambda update-event-source-mapping --uuid " + mapping.uuid() + " --enabled");
        }
        failures(queue, mapping);
        return Optional.of(mapping.functionArn());
    }

    private void failures(String queue, EventSourceMappingConfiguration mapping) {
        checks.require(
                mapping.functionResponseTypes().contains(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES),
                named(queue, "gives back only the messages that failed"),
                "without ReportBatchItemFailures Lambda deletes the message of a marker that finds the job busy, and the"
                        + " marker has no load",
                "aws lambda update-event-source-mapping --uuid " + mapping.uuid()
                        + " --function-response-types ReportBatchItemFailures");
    }

    private static String named(String queue, String what) {
        return "queue " + Arns.name(queue) + ": " + what;
    }
}
