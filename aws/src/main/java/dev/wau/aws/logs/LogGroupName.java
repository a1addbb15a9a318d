package dev.wau.aws.logs;

import dev.wau.store.Location;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log group as a customer's source names it.
 *
 * @param identifier its name ({@code /aws/app}), or its ARN without the {@code :*} at its end
 */
record LogGroupName(String identifier) {

    private static final Pattern ARN = Pattern.compile("arn:[^:]*:logs:([^:]*):[^:]*:log-group:(.+)");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final String EVERY_STREAM = ":*";

    static LogGroupName of(Location location) {
        String name = location.name();
        return new LogGroupName(
                name.endsWith(EVERY_STREAM) ? name.substring(0, name.length() - EVERY_STREAM.length()) : name);
    }

    boolean isArn() {
        return ARN.matcher(identifier).matches();
    }

    /** The name alone. */
    String name() {
        Matcher arn = ARN.matcher(identifier);
        return arn.matches() ? arn.group(2) : identifier;
    }

    /** The region that the ARN names; null if it names none or this is a name. */
    @Nullable
    String region() {
        Matcher arn = ARN.matcher(identifier);
        return arn.matches() && !arn.group(1).isEmpty() ? arn.group(1) : null;
    }

    /** The last part of the name, as a file's name may begin: {@code app} for {@code /aws/app}. */
    String fileName() {
        String[] parts = name().split("/");
        String last = parts.length == 0 ? "" : parts[parts.length - 1];
        String safe = UNSAFE.matcher(last).replaceAll("_");
        return safe.isEmpty() || safe.startsWith(".") ? "_" + safe : safe;
    }

    @Override
    public String toString() {
        return identifier;
    }
}
