package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import dev.wau.trigger.ObjectCreated;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One element of an event's {@code Records}: S3's, SQS's or SNS's. */
final class RecordDraft implements JsonMembers {

    private static final String S3 = "aws:s3";
    private static final String SQS = "aws:sqs";
    private static final String SNS = "aws:sns";
    private static final String CREATED = "ObjectCreated:";

    private String source = "";
    private @Nullable String eventName;
    private @Nullable String eventTime;
    private @Nullable ObjectDraft object;
    private @Nullable String messageId;
    private @Nullable String body;
    private @Nullable String message;

    private RecordDraft() {}

    static RecordDraft read(JsonParser json) throws IOException {
        RecordDraft draft = new RecordDraft();
        JsonMembers.read(json, draft);
        return draft;
    }

    @Override
    public void member(String name, JsonParser json) throws IOException {
        switch (name) {
            case "eventSource", "EventSource" -> source = JsonMembers.text(json);
            case "eventName" -> eventName = JsonMembers.text(json);
            case "eventTime" -> eventTime = JsonMembers.text(json);
            case "s3" -> object = ObjectDraft.read(json);
            case "messageId" -> messageId = JsonMembers.text(json);
            case "body" -> body = JsonMembers.text(json);
            case "Sns" -> JsonMembers.read(json, this);
            case "Message" -> message = JsonMembers.text(json);
            default -> json.skipChildren();
        }
    }

    boolean isOfQueue() {
        return source.equals(SQS);
    }

    String messageId() {
        return JsonMembers.required("messageId", messageId);
    }

    String body() {
        return JsonMembers.required("body", body);
    }

    /** The event in a message of SNS. */
    Optional<String> wrapped() {
        return source.equals(SNS) ? Optional.of(JsonMembers.required("Message", message)) : Optional.empty();
    }

    /** The object that S3 tells to be created; its key is URL-encoded as in a form: {@code +} is a space. */
    Optional<ObjectCreated> created() {
        if (!source.equals(S3) || !name().startsWith(CREATED)) {
            return Optional.empty();
        }
        ObjectDraft told = JsonMembers.required("s3", object);
        return Optional.of(new ObjectCreated(
                told.bucket(),
                URLDecoder.decode(told.key(), StandardCharsets.UTF_8),
                Instant.parse(JsonMembers.required("eventTime", eventTime))));
    }

    /** What it tells instead. */
    Optional<String> other() {
        return switch (source) {
            case SNS -> Optional.empty();
            case S3 -> name().startsWith(CREATED) ? Optional.empty() : Optional.of(S3 + " " + name());
            default -> throw new IllegalArgumentException("a record's source is '" + source + "'");
        };
    }

    private String name() {
        return JsonMembers.required("eventName", eventName);
    }
}
