package dev.wau.infra.stack;

import dev.wau.config.CustomerConfig;
import dev.wau.infra.settings.Deployment;
import dev.wau.store.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What the aggregation may read: the sources that {@code wau.yaml} names, each by the customer's role or, where a customer
 * names none, by the function's own; and nothing else.
 */
final class SourceRights {

    /** Names in a statement. */
    private static final int MOST = 20;

    private final Deployment deployment;

    SourceRights(Deployment deployment) {
        this.deployment = deployment;
    }

    void grant(JavaFunction function) {
        TreeSet<String> roles = new TreeSet<>();
        TreeSet<Place> buckets = new TreeSet<>();
        TreeSet<String> groups = new TreeSet<>();
        for (CustomerConfig customer : deployment.wau().customers()) {
            String role = customer.source().access().role();
            Location location = customer.source().location();
            if (role != null) {
                roles.add(role);
            } else if (location.scheme().equals(Location.S3)) {
                buckets.add(place(ours(location.name()) ? deployment.names().landingBucket() : location.name()));
            } else if (location.scheme().equals(Location.CLOUDWATCH)) {
                groups.add(group(location.name()));
            }
        }
        parts(roles).forEach(part -> function.allow(Allow.on(part, "sts:AssumeRole")));
        buckets.forEach(place -> grant(function, place));
        parts(groups).forEach(part -> function.allow(Allow.on(part, "logs:FilterLogEvents")));
        if (!groups.isEmpty()) {
            function.allow(Allow.on(deployment.names().arn("logs", "log-group:*"), "logs:DescribeLogGroups"));
        }
    }

    /** What customers deliver is one bucket of ours, so it takes one statement, however many they are. */
    private boolean ours(String name) {
        return name.startsWith(deployment.names().landingBucket() + "/");
    }

    /** CDK divides a policy that is too large by its statements. */
    private static List<List<String>> parts(Collection<String> all) {
        List<String> list = List.copyOf(all);
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < list.size(); from += MOST) {
            parts.add(list.subList(from, Math.min(from + MOST, list.size())));
        }
        return parts;
    }

    private static void grant(JavaFunction function, Place place) {
        function.allow(Allow.on(place.objects(), "s3:GetObject", "s3:GetObjectVersion"));
        function.allow(
                place.folder().isEmpty()
                        ? Allow.on(place.bucket(), "s3:ListBucket", "s3:ListBucketVersions")
                        : Allow.when(
                                Map.of("StringLike", Map.of("s3:prefix", place.folder() + "*")),
                                place.bucket(),
                                "s3:ListBucket",
                                "s3:ListBucketVersions"));
    }

    /** {@code BUCKET/PREFIX}, or the same of an access point's ARN. */
    private Place place(String name) {
        if (name.startsWith("arn:")) {
            int slash = name.indexOf('/', name.indexOf("accesspoint") + "accesspoint/".length());
            String point = slash < 0 ? name : name.substring(0, slash);
            String folder = slash < 0 ? "" : folder(name.substring(slash + 1));
            return new Place(point, folder, point + "/object/" + folder + "*");
        }
        int slash = name.indexOf('/');
        String bucket = slash < 0 ? name : name.substring(0, slash);
        String folder = slash < 0 ? "" : folder(name.substring(slash + 1));
        String arn = deployment.names().bucketArn(bucket);
        return new Place(arn, folder, arn + "/" + folder + "*");
    }

    private static String folder(String prefix) {
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** Of this account and region, or as its ARN says; with its streams. */
    private String group(String name) {
        String group = name.endsWith(":*") ? name.substring(0, name.length() - 2) : name;
        return (group.startsWith("arn:") ? group : deployment.names().arn("logs", "log-group:" + group)) + ":*";
    }

    /** A source in S3: the bucket's ARN, the folder in it, its objects' ARNs. */
    private record Place(String bucket, String folder, String objects) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return objects.compareTo(other.objects);
        }
    }
}
