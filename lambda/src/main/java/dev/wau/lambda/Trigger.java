package dev.wau.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.wau.aws.glue.GlueLoadEngine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * The trigger function: ObjectCreated events of the completion folder start one load run per marker. Configured by the
 * variables of {@link TriggerSettings}.
 *
 * <p>Events come from S3 directly, or through SQS, SNS or EventBridge, many in one. A marker whose run can't be started
 * yet comes back:
 *
 * <ul>
 *   <li>from a queue, its message is reported as a partial batch failure. The event source mapping must have
 *       {@code ReportBatchItemFailures}: without it Lambda takes the reply for success and deletes the message.
 *   <li>otherwise the invocation fails, and Lambda repeats an asynchronous one twice, within minutes. Where a load may
 *       take longer than that, put a queue between.
 * </ul>
 *
 * <p>Everything that can be made before a snapshot is made in the constructor: settings are read and the client is built.
 * No request is sent there, so a snapshot holds no connection, no credentials and no identifier: the first invocation
 * opens connections and asks for credentials, and run ids come from Glue.
 */
public final class Trigger implements RequestStreamHandler {

    private final TriggerFunction function;

    /** Called by Lambda, once per execution environment or snapshot. */
    public Trigger() {
        TriggerSettings settings = TriggerSettings.of(System.getenv());
        this.function = new TriggerFunction(
                settings.markers(),
                new GlueLoadEngine(
                        Clients.glue(),
                        settings.job(),
                        Map.of(
                                GlueLoadEngine.CENTRAL_ARGUMENT,
                                settings.central().toString())),
                new JsonLog(System.out));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        function.handle(event, reply, context.getAwsRequestId());
    }
}
