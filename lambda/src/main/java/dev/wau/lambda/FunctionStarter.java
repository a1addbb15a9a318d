package dev.wau.lambda;

import dev.wau.aggregate.AggregateStarter;
import dev.wau.aggregate.BatchPart;
import dev.wau.aws.access.AwsErrors;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.RecursiveInvocationException;

/**
 * Has the aggregation go on in other invocations of the same function, which Lambda queues. Thread-safe.
 *
 * <p>Lambda counts such chains by the trace header, which the client passes on, and ends one after about 16 invocations
 * unless the function's recursive loop detection says {@code Allow}.
 *
 * @param client is asked for when something is started, which most invocations never do
 * @param function its ARN
 */
record FunctionStarter(Supplier<LambdaClient> client, String function) implements AggregateStarter {

    @Override
    public void startPart(BatchPart part) {
        invoke("part " + part.number() + " of batch " + part.batch(), AggregateEvent.of(part));
    }

    @Override
    public void startRun() {
        invoke("the rest of the batch", AggregateEvent.ALL);
    }

    private void invoke(String what, String event) {
        try {
            client.get()
                    .invoke(request -> request.functionName(function)
                            .invocationType(InvocationType.EVENT)
                            .payload(SdkBytes.fromUtf8String(event)));
        } catch (RecursiveInvocationException e) {
            throw new WauException(
                    ErrorCode.LIMIT_REACHED,
                    "Cannot start " + what + ": " + AwsErrors.reason(e)
                            + ". Lambda has ended this chain of invocations; the next scheduled one goes on. Longer chains"
                            + " need RecursiveLoop=Allow (aws lambda put-function-recursion-config)",
                    e);
        } catch (SdkException e) {
            throw new WauException(
                    ErrorCode.ENGINE_FAILED,
                    "Cannot start " + what + ": " + AwsErrors.reason(e)
                            + ". The function's role needs lambda:InvokeFunction on " + function,
                    e);
        }
    }
}
