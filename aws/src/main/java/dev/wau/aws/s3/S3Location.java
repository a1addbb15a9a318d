package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import dev.wau.store.Location;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a store lies in S3. The store's keys are relative to the prefix: {@code s3://logs/acme} and {@code s3://logs/acme/}
 * are one store, whose object {@code a.csv} is S3's {@code acme/a.csv}.
 *
 * @param bucket a bucket's name, or an access point's ARN
 * @param prefix empty, or ends in a slash
 */
record S3Location(String bucket, String prefix) {

    private static final Pattern NAME = Pattern.compile("(arn:[^/]+:accesspoint[:/][^/]+|[^/]+)/?(.*)", Pattern.DOTALL);
    private static final Pattern DOTS = Pattern.compile("(.*/)?\\.\\.?/.*", Pattern.DOTALL);
    private static final int LONGEST_KEY = 1024;

    /**
     * A place's bucket and prefix.
     *
     * @throws WauException INVALID_ARGUMENT: a directory bucket, which lists in no order; or a segment of the prefix is
     *     '.' or '..'
     */
    static S3Location of(Location location) {
        Matcher parts = NAME.matcher(location.name());
        if (!location.scheme().equals(Location.S3) || !parts.matches()) {
            throw new IllegalArgumentException(location + " is not in S3");
        }
        String prefix = parts.group(2);
        if (!prefix.isEmpty() && !prefix.endsWith("/")) {
            prefix += "/";
        }
        if (DOTS.matcher(prefix).matches()) {
            throw invalid(location, "no segment of a prefix is '.' or '..'");
        }
        if (parts.group(1).endsWith("--x-s3")) {
            throw invalid(
                    location, "a directory bucket can't be used: it lists in no order. Name a general purpose bucket");
        }
        return new S3Location(parts.group(1), prefix);
    }

    private static WauException invalid(Location location, String rule) {
        return new WauException(ErrorCode.INVALID_ARGUMENT, "Invalid location: '" + location + "' (" + rule + ")");
    }

    /**
     * S3's key of an object.
     *
     * @throws WauException STORE_FAILED: S3 can't hold such a key
     */
    String key(ObjectKey key) {
        String full = prefix + key.path();
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(full)) {
            throw unfit(full, "half a character (an unpaired surrogate) is in it, which UTF-8 can't say");
        }
        int bytes = full.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_KEY) {
            throw unfit(full, "it has " + bytes + " bytes with the store's prefix, and S3 keys have at most 1,024");
        }
        return full;
    }

    private WauException unfit(String full, String why) {
        return new WauException(
                ErrorCode.STORE_FAILED, "Cannot use the key " + of(full) + ": " + why + ". Rename the file.");
    }

    /** The name inside the store of an S3 key that begins with the prefix. */
    String name(String full) {
        return full.substring(prefix.length());
    }

    /** For messages: an object of this bucket. */
    String of(String full) {
        return "s3://" + bucket + "/" + full;
    }

    /** The store's own address. */
    URI uri() {
        try {
            String path = new URI(null, null, "/" + prefix, null).getRawPath();
            return URI.create("s3://" + bucket + path);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(of(prefix) + " makes no URI", e);
        }
    }

    @Override
    public String toString() {
        return of(prefix);
    }
}
