package dev.wau.aws.deployment;

import dev.wau.aws.access.AwsClients;
import dev.wau.check.Checks;
import dev.wau.store.Location;
import dev.wau.store.StorePlace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Job;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What is deployed in AWS around a central bucket in S3. Looks, and changes nothing; which right each look needs stands in
 * {@code docs/doctor.md}. The program must bring the SDK's {@code lambda} and {@code sqs} along. Used by one thread.
 */
public final class Deployment {

    private final Services services;
    private final Location central;
    private final InstantSource clock;

    /** Around this bucket, in its region and this program's own account. */
    public Deployment(AwsClients clients, StorePlace central, InstantSource clock) {
        this(Services.of(clients, central.access()), central.location(), clock);
    }

    Deployment(Services services, Location central, InstantSource clock) {
        this.services = services;
        this.central = central;
        this.clock = clock;
    }

    /**
     * The central bucket's settings, and this machine's clock against S3's.
     *
     * @param warehouseRegion that the bucket must be in too; null: any
     */
    public void bucket(Checks checks, @Nullable String warehouseRegion) {
        Target target = new Target(central, "", Duration.ZERO);
        if (isAccessPoint(target)) {
            checks.note(
                    "bucket " + target.bucket() + ": settings",
                    "it is named by an access point, which doesn't tell them",
                    "name the bucket itself in 'central' of a second wau.yaml, and run 'wau doctor' with that");
            return;
        }
        new BucketSettings(s3(), target.bucket(), target.folder(), new Asking(checks), clock).look(warehouseRegion);
    }

    /**
     * The Glue job, and the way of a marker's event to it.
     *
     * @param job its name
     * @param copyTimeout the longest that a COPY of the warehouse may take
     */
    public void load(Checks checks, String job, Duration copyTimeout) {
        Target target = new Target(central, job, copyTimeout);
        Asking asking = new Asking(checks);
        GlueClient glue = services.glue().get();
        Optional<Job> found = new JobLook(glue, target, asking).look();
        found.ifPresent(definition -> {
            new JobFiles(s3(), job, asking).look(definition);
            new LastRun(glue, job, asking).look();
        });
        if (!isAccessPoint(target)) {
            wiring(target, asking, found.map(Job::timeout).map(Duration::ofMinutes));
        }
    }

    private void wiring(Target target, Asking asking, Optional<Duration> longestRun) {
        new EventWiring(s3(), target, asking).route().ifPresent(route -> {
            LambdaClient lambda = services.lambda().get();
            if (route.kind() == Route.Kind.FUNCTION) {
                new FunctionLook(lambda, target, route.target(), asking).look();
                return;
            }
            QueueLook queues = new QueueLook(services.sqs().get(), asking);
            Optional<QueueLook.Queue> queue = queues.look(route.target(), longestRun.orElse(null));
            new MappingLook(lambda, asking)
                    .function(route.target())
                    .flatMap(function -> new FunctionLook(lambda, target, function, asking).look())
                    .ifPresent(timeout -> queue.ifPresent(seen -> queues.visibility(seen, timeout)));
        });
    }

    private S3Client s3() {
        return services.s3().get();
    }

    private static boolean isAccessPoint(Target target) {
        return target.bucket().startsWith("arn:");
    }
}
