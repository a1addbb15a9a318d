package dev.wau.trigger;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import java.util.Optional;

/**
 * Says which created objects are completion markers, by bucket and name.
 *
 * @param bucket the central bucket's name
 * @param folder of it that is the central bucket's own, {@code ""} or ending in {@code /}
 * @param pattern a key below the folder, such as {@code token/done.txt}; one {@code *} in its last segment stands for one
 *     or more characters but {@code /}: {@code complete/*.json} takes {@code complete/a.json} and leaves
 *     {@code complete/parts/a.json}
 */
public record MarkerRule(String bucket, String folder, String pattern) {

    private static final String ANY = "*";

    public MarkerRule {
        int star = pattern.indexOf(ANY);
        if (pattern.isEmpty()
                || pattern.startsWith("/")
                || pattern.endsWith("/")
                || star != pattern.lastIndexOf(ANY)
                || (star >= 0 && pattern.indexOf('/', star) >= 0)) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid name of completion markers: '" + pattern
                            + "' (a key such as token/done.txt, or one with one * in its last segment:"
                            + " complete/*.json)");
        }
    }

    /**
     * The rule for a central bucket.
     *
     * @param central {@code s3://BUCKET} or {@code s3://BUCKET/PREFIX}
     * @throws WauException INVALID_ARGUMENT: events don't name such a place, or the pattern is none
     */
    public static MarkerRule of(Location central, String pattern) {
        String name = central.name();
        if (!central.scheme().equals(Location.S3) || name.startsWith("arn:")) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Invalid central bucket for events: '" + central
                            + "' (s3://BUCKET or s3://BUCKET/PREFIX, as events name buckets)");
        }
        int slash = name.indexOf('/');
        String folder = slash < 0 ? "" : name.substring(slash + 1);
        return new MarkerRule(
                slash < 0 ? name : name.substring(0, slash),
                folder.isEmpty() || folder.endsWith("/") ? folder : folder + "/",
                pattern);
    }

    /** The marker's key in the central bucket; empty if the object is none. */
    public Optional<ObjectKey> marker(ObjectCreated created) {
        if (!created.bucket().equals(bucket) || !created.key().startsWith(folder)) {
            return Optional.empty();
        }
        String name = created.key().substring(folder.length());
        return matches(name) ? key(name) : Optional.empty();
    }

    private boolean matches(String name) {
        int star = pattern.indexOf(ANY);
        if (star < 0) {
            return name.equals(pattern);
        }
        String end = pattern.substring(star + 1);
        return name.length() >= pattern.length()
                && name.startsWith(pattern.substring(0, star))
                && name.endsWith(end)
                && name.indexOf('/', star) < 0;
    }

    private static Optional<ObjectKey> key(String name) {
        try {
            return Optional.of(new ObjectKey(name));
        } catch (WauException e) {
            // S3 takes names such as "complete/.." that nothing here writes or reads.
            return Optional.empty();
        }
    }
}
