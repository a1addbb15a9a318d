package dev.wau.aws.deployment;

import dev.wau.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;

/**
 * The way of a marker's event: from the bucket's notifications on. Names are found by following it. Used by one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html">AWS:
 *     GetBucketNotificationConfiguration</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html">AWS: filters, which
 *     may not overlap</a>
 */
final class EventWiring {

    private static final String SUFFIX = ".json";

    private final S3Client s3;
    private final Target target;
    private final Asking asking;
    private final Checks checks;
    private final String name;

    EventWiring(S3Client s3, Target target, Asking asking) {
        this.s3 = s3;
        this.target = target;
        this.asking = asking;
        this.checks = asking.checks();
        this.name = "bucket " + target.bucket() + ": tells of each completion marker";
    }

    /** Where a marker's event goes; empty where it goes nowhere, or where it can't be followed. */
    Optional<Route> route() {
        return asking.ask(
                        name,
                        "s3:GetBucketNotification",
                        () -> s3.getBucketNotificationConfiguration(request -> request.bucket(target.bucket())))
                .flatMap(this::route);
    }

    private static List<Route> routes(GetBucketNotificationConfigurationResponse found) {
        List<Route> routes = new ArrayList<>();
        found.queueConfigurations()
                .forEach(one -> routes.add(Route.of(Route.Kind.QUEUE, one.queueArn(), one.events(), one.filter())));
        found.lambdaFunctionConfigurations()
                .forEach(one ->
                        routes.add(Route.of(Route.Kind.FUNCTION, one.lambdaFunctionArn(), one.events(), one.filter())));
        found.topicConfigurations()
                .forEach(one -> routes.add(Route.of(Route.Kind.TOPIC, one.topicArn(), one.events(), one.filter())));
        return routes.stream().filter(Route::tellsOfCreation).toList();
    }

    private Optional<Route> route(GetBucketNotificationConfigurationResponse found) {
        List<Route> routes = routes(found);
        List<Route> taking =
                routes.stream().filter(route -> route.takes(target.marker())).toList();
        if (taking.isEmpty()) {
            if (found.eventBridgeConfiguration() == null) {
                nowhere(routes);
            } else {
                eventBridge();
            }
            return Optional.empty();
        }
        Route route = taking.get(0);
        require(route, taking);
        return follow(route);
    }

    private void eventBridge() {
        checks.note(
                name,
                "it tells EventBridge, whose rules are not looked at",
                "see that a rule of source aws.s3, detail-type 'Object Created', bucket " + target.bucket()
                        + ", key prefix " + target.markers() + " has the trigger's queue or function as target:"
                        + " aws events list-rules");
    }

    private void nowhere(List<Route> routes) {
        String others = routes.isEmpty()
                ? "the bucket has no notification of created objects"
                : "its notifications take other objects: "
                        + String.join(
                                "; ",
                                routes.stream()
                                        .map(route -> route.name() + " has " + route.filter())
                                        .toList());
        checks.wrong(name, others + ", so no load starts by itself", fix());
    }

    private void require(Route route, List<Route> taking) {
        Optional<Route> second = taking.stream().skip(1).filter(route::overlaps).findFirst();
        if (second.isPresent()) {
            checks.wrong(
                    name,
                    "it tells " + route.name() + " and " + second.get().name() + " of the same objects, so each marker"
                            + " would be served twice",
                    "remove one of the two from the bucket's notifications");
        } else if (!route.prefix().equals(target.markers()) || !route.suffix().equals(SUFFIX)) {
            checks.wrong(
                    name,
                    route.name() + " has " + route.filter() + ", which takes other objects than complete/*.json",
                    fix());
        } else {
            checks.require(
                    route.tellsOfEveryMarker(),
                    name,
                    "it tells " + route.name() + " only of " + String.join(", ", route.events())
                            + ", and markers are put, large ones in parts",
                    "set the notification's events to s3:ObjectCreated:*");
        }
    }

    private Optional<Route> follow(Route route) {
        if (route.kind() == Route.Kind.TOPIC) {
            checks.note(
                    "topic " + route.name() + ": passes events on to the trigger",
                    "a topic's subscriptions are not looked at",
                    "aws sns list-subscriptions-by-topic --topic-arn " + route.target());
            return Optional.empty();
        }
        if (route.kind() == Route.Kind.FUNCTION) {
            checks.note(
                    "bucket " + target.bucket() + ": events wait in a queue",
                    "they go to function " + route.name() + " directly: a marker that finds the job busy is tried again"
                            + " for minutes only",
                    "put a queue between, if a load may take longer (docs/cloud.md#trigger); 'wau run --engine glue' starts"
                            + " what was missed");
        }
        return Optional.of(route);
    }

    private String fix() {
        return "set the notification's filter to prefix '" + target.markers() + "' and suffix '" + SUFFIX
                + "', its events to s3:ObjectCreated:*, its target to the trigger's queue (aws s3api"
                + " put-bucket-notification-configuration --bucket " + target.bucket() + " replaces all of them)";
    }
}
