package dev.wau.aws.deployment;

import java.util.List;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;

/**
 * One of a bucket's event notifications.
 *
 * @param kind of its target
 * @param target an ARN
 * @param events as S3 names them: {@code s3:ObjectCreated:*}
 * @param prefix of the keys; empty: any
 * @param suffix of the keys; empty: any
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">
 *     AWS: events and destinations</a>
 */
record Route(Kind kind, String target, List<String> events, String prefix, String suffix) {

    private static final String CREATED = "s3:ObjectCreated:";

    enum Kind {
        QUEUE,
        FUNCTION,
        TOPIC
    }

    static Route of(Kind kind, String target, List<Event> events, NotificationConfigurationFilter filter) {
        return new Route(
                kind,
                target,
                events.stream().map(Event::toString).toList(),
                rule(filter, FilterRuleName.PREFIX),
                rule(filter, FilterRuleName.SUFFIX));
    }

    private static String rule(NotificationConfigurationFilter filter, FilterRuleName name) {
        if (filter == null || filter.key() == null) {
            return "";
        }
        // S3 answers with names in capitals, too: Prefix.
        return filter.key().filterRules().stream()
                .filter(rule -> name.toString().equalsIgnoreCase(rule.nameAsString()))
                .map(FilterRule::value)
                .findFirst()
                .orElse("");
    }

    /** Whether it tells of objects that come. */
    boolean tellsOfCreation() {
        return events.stream().anyMatch(event -> event.startsWith(CREATED));
    }

    /** Whether it tells of all ways in which a marker is written: at once, or in parts. */
    boolean tellsOfEveryMarker() {
        return events.contains(CREATED + "*")
                || (events.contains(CREATED + "Put") && events.contains(CREATED + "CompleteMultipartUpload"));
    }

    /** Whether it tells of this object. */
    boolean takes(String key) {
        return key.startsWith(prefix) && key.endsWith(suffix);
    }

    /** Whether the same object may be told of by both. */
    boolean overlaps(Route other) {
        return events.contains(CREATED + "*")
                || other.events.contains(CREATED + "*")
                || events.stream().anyMatch(other.events::contains);
    }

    /** For messages. */
    String filter() {
        return "prefix '" + prefix + "', suffix '" + suffix + "'";
    }

    /** The last part of the target's ARN. */
    String name() {
        return Arns.name(target);
    }
}
