package dev.wau.infra.stack;

import dev.wau.testing.network.HttpHead;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request to S3 as IAM sees it.
 *
 * @param action the right that it takes
 * @param resource the ARN of the bucket or the object
 * @param context what conditions ask for
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html">AWS: actions of S3's
 *     operations</a>
 */
record S3Request(String action, String resource, Map<String, String> context) {

    static S3Request of(HttpHead head) {
        String[] line = head.line().split(" ");
        URI uri = URI.create(line[1]);
        String[] path = uri.getPath().substring(1).split("/", 2);
        Map<String, String> query = query(uri.getRawQuery());
        String bucket = "arn:aws:s3:::" + path[0];
        if (path.length == 1 || path[1].isEmpty()) {
            return new S3Request(
                    onBucket(line[0], query), bucket, Map.of("s3:prefix", query.getOrDefault("prefix", "")));
        }
        return new S3Request(onObject(line[0], query), bucket + "/" + path[1], Map.of());
    }

    private static String onBucket(String method, Map<String, String> query) {
        if (query.containsKey("versions")) {
            return "s3:ListBucketVersions";
        }
        if (query.containsKey("list-type") || method.equals("HEAD")) {
            return "s3:ListBucket";
        }
        throw new AssertionError("a request that this test doesn't know: " + method + " " + query);
    }

    private static String onObject(String method, Map<String, String> query) {
        return switch (method) {
            case "GET", "HEAD" -> query.containsKey("versionId") ? "s3:GetObjectVersion" : "s3:GetObject";
            case "PUT", "POST" -> "s3:PutObject";
            case "DELETE" -> query.containsKey("uploadId") ? "s3:AbortMultipartUpload" : "s3:DeleteObject";
            default -> throw new AssertionError("a request that this test doesn't know: " + method);
        };
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new TreeMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
