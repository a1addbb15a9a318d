package dev.wau.store;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A place that {@code wau.yaml} names: a folder of this machine, or a URI whose scheme says what opens it.
 *
 * @param scheme in lower case: {@link #FILE}, {@link #S3}, {@link #CLOUDWATCH}
 * @param name an absolute path; what follows {@code s3://}; or a log group's name or ARN
 */
public record Location(String scheme, String name) implements Serializable {

    public static final String FILE = "file";
    public static final String S3 = "s3";
    public static final String CLOUDWATCH = "cloudwatch";

    private static final Pattern BUCKET = Pattern.compile(
            "([a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|arn:[a-z0-9-]+:s3[a-z0-9-]*:[a-z0-9-]*:[0-9]*:accesspoint[:/][A-Za-z0-9-]+)(/.*)?");
    private static final Pattern LOG_GROUP = Pattern.compile("[A-Za-z0-9_/.#:-]+(:\\*)?");

    /** A folder of this machine. */
    public static Location folder(Path folder) {
        return new Location(FILE, folder.toString());
    }

    /**
     * A URI.
     *
     * @throws WauException INVALID_ARGUMENT: another scheme, or not a name that it knows
     */
    public static Location of(String uri) {
        if (uri.startsWith("s3://")) {
            return checked(S3, uri.substring(5), BUCKET, uri, "s3://BUCKET/PREFIX or s3://ACCESS-POINT-ARN/PREFIX");
        }
        if (uri.startsWith("cloudwatch:")) {
            return checked(CLOUDWATCH, uri.substring(11), LOG_GROUP, uri, "cloudwatch:LOG-GROUP, or its ARN");
        }
        throw invalid(uri, "a folder, s3://BUCKET/PREFIX or cloudwatch:LOG-GROUP");
    }

    private static Location checked(String scheme, String name, Pattern rule, String uri, String form) {
        if (!rule.matcher(name).matches()) {
            throw invalid(uri, form);
        }
        return new Location(scheme, name);
    }

    private static WauException invalid(String uri, String rule) {
        return new WauException(ErrorCode.INVALID_ARGUMENT, "invalid location: '" + uri + "' (" + rule + ")");
    }

    /** Whether it is on this machine. */
    public boolean isFolder() {
        return scheme.equals(FILE);
    }

    /**
     * The folder.
     *
     * @throws IllegalStateException it is elsewhere
     */
    public Path folder() {
        if (!isFolder()) {
            throw new IllegalStateException(this + " is no folder");
        }
        return Path.of(name);
    }

    /** As a person writes it: a path, or a URI. */
    @Override
    public String toString() {
        return switch (scheme) {
            case FILE -> name;
            case S3 -> "s3://" + name;
            default -> scheme + ":" + name;
        };
    }
}
