package dev.wau.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.wau.aws.AwsPlaces;
import dev.wau.collect.Connectors;
import dev.wau.config.ConfigPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * The aggregation function: brings customers' new files into the central bucket and writes the completion marker.
 * Configured by the variables of {@link AggregateSettings} and {@code wau.yaml}; asked by {@link AggregateEvent}.
 *
 * <p>On a schedule or by hand it runs over all customers. More than fit an invocation are done in parts, each by an
 * invocation that this one starts; the last to end writes the marker. What has no time to end goes on in another
 * invocation, and a batch that was cut off is gone on with by the next scheduled one.
 *
 * <p>Settings, a packaged {@code wau.yaml} and clients are made in the constructor, so that a snapshot holds them. No
 * request is sent there: a snapshot holds no connection, no credentials, no batch id.
 */
public final class Aggregate implements RequestStreamHandler {

    private final AggregateFunction function;

    /** Called by Lambda, once per execution environment or snapshot. */
    public Aggregate() {
        AggregateSettings settings = AggregateSettings.of(System.getenv());
        InstantSource clock = InstantSource.system();
        // Open for as long as the process lives.
        Connectors places = new AwsPlaces(clock).with(Connectors.folders(clock));
        this.function = new AggregateFunction(
                ConfigPlace.of(settings.config(), places, System.getenv()),
                places,
                settings.customersPerPart(),
                arn -> new FunctionStarter(Clients::lambda, arn),
                new JsonLog(System.out),
                settings.environment() == null ? null : new AggregateMetrics(settings.environment(), clock));
    }

    @Override
    public void handleRequest(InputStream event, OutputStream reply, Context context) throws IOException {
        function.handle(event, reply, Invocation.of(context));
    }
}
