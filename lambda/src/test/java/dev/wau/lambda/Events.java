package dev.wau.lambda;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.wau.trigger.ObjectCreated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Events as AWS documents them, and the same of other objects. */
final class Events {

    static final String BUCKET = "amzn-s3-demo-bucket";
    static final String MARKER = "complete/2025-07-01T00-05-00.123Z.json";

    private static final String ENCODED_TIME = "2025-07-01T00:06:30.123Z";
    private static final String TIME = "2025-07-01T00:06:30Z";

    private Events() {}

    /** The file with this name. */
    static String text(String name) {
        try (InputStream in = Objects.requireNonNull(Events.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream stream(String event) {
        return new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    }

    /** S3's notification of an object. */
    static String s3(ObjectCreated created) {
        return text("s3-put.json")
                .replace(BUCKET, created.bucket())
                .replace(MARKER, URLEncoder.encode(created.key(), StandardCharsets.UTF_8))
                .replace(ENCODED_TIME, created.created().toString());
    }

    /** EventBridge's event of an object. */
    static String eventBridge(ObjectCreated created) {
        return text("eventbridge-created.json")
                .replace(BUCKET, created.bucket())
                .replace(MARKER, created.key())
                .replace(TIME, created.created().toString());
    }

    /** A batch of one message. */
    static String sqs(String id, String body) {
        return "{\"Records\": [{\"messageId\": \"" + id + "\", \"eventSource\": \"aws:sqs\", \"body\": \""
                + new String(JsonStringEncoder.getInstance().quoteAsString(body)) + "\"}]}";
    }
}
