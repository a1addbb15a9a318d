package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonParser;
import dev.wau.complete.JsonMembers;
import dev.wau.trigger.ObjectCreated;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members that tell events apart: of one JSON object, whichever kind it is. */
final class EventDraft implements JsonMembers {

    private static final String S3 = "aws.s3";
    private static final String CREATED = "Object Created";
    private static final String TEST = "s3:TestEvent";

    private final List<RecordDraft> records = new ArrayList<>();
    private @Nullable String event;
    private @Nullable String source;
    private @Nullable String detailType;
    private @Nullable String time;
    private @Nullable ObjectDraft detail;
    private @Nullable String message;

    private EventDraft() {}

    static EventDraft read(JsonParser json) throws IOException {
        EventDraft draft = new EventDraft();
        JsonMembers.read(json, draft);
        return draft;
    }

    @Override
    public void member(String name, JsonParser json) throws IOException {
        switch (name) {
            case "Records" -> JsonMembers.each(json, () -> records.add(RecordDraft.read(json)));
            case "Event" -> event = JsonMembers.text(json);
            case "source" -> source = JsonMembers.text(json);
            case "detail-type" -> detailType = JsonMembers.text(json);
            case "time" -> time = JsonMembers.text(json);
            case "detail" -> detail = ObjectDraft.read(json);
            case "Message" -> message = JsonMembers.text(json);
            default -> json.skipChildren();
        }
    }

    List<RecordDraft> records() {
        return records;
    }

    /** Whether its records are messages of SQS. */
    boolean isQueue() {
        return !records.isEmpty() && records.get(0).isOfQueue();
    }

    /** Texts that hold events themselves: SNS wraps so. */
    List<String> wrapped() {
        List<String> texts = new ArrayList<>();
        if (message != null) {
            texts.add(message);
        }
        records.forEach(record -> record.wrapped().ifPresent(texts::add));
        return texts;
    }

    List<ObjectCreated> created() {
        List<ObjectCreated> created = new ArrayList<>();
        records.forEach(record -> record.created().ifPresent(created::add));
        if (S3.equals(source) && CREATED.equals(detailType)) {
            ObjectDraft object = JsonMembers.required("detail", detail);
            // Unlike S3's own notifications, EventBridge's have keys as they are, and times in seconds.
            created.add(new ObjectCreated(
                    object.bucket(), object.key(), Instant.parse(JsonMembers.required("time", time))));
        }
        return created;
    }

    /** Events that tell of no created object. */
    List<String> others() {
        List<String> others = new ArrayList<>();
        records.forEach(record -> record.other().ifPresent(others::add));
        if (TEST.equals(event)) {
            others.add(TEST);
        } else if (source != null && !(S3.equals(source) && CREATED.equals(detailType))) {
            others.add(source + " " + detailType);
        }
        return others;
    }

    /** An object without any of these members may be anything, a marker's event of a later year too. */
    void requireKnown() {
        if (records.isEmpty() && source == null && message == null && !TEST.equals(event)) {
            throw new IllegalArgumentException("it has no 'Records', no 'source', no 'Message'");
        }
    }
}
