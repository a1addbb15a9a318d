package dev.wau.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.trigger.ObjectCreated;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads events about objects of S3: <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">its notifications</a>,
 * direct or in a message of SNS, <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge's</a>, and any of these in
 * messages of SQS.
 */
final class EventRecords {

    private static final JsonFactory JSON = new JsonFactory();

    private EventRecords() {}

    /**
     * Reads an invocation's event. A message of a queue that can't be read is told in its place, and keeps no other
     * from being read.
     *
     * @throws WauException INVALID_ARGUMENT: no queue's event, and none of those above
     */
    static Delivery read(InputStream event) {
        try (JsonParser json = JSON.createParser(event)) {
            EventDraft draft = EventDraft.read(json);
            if (draft.isQueue()) {
                return new Delivery(
                        Delivery.Kind.QUEUE,
                        draft.records().stream().map(EventRecords::message).toList());
            }
            return new Delivery(Delivery.Kind.INVOCATION, List.of(message("", draft)));
        } catch (IOException | RuntimeException e) {
            throw new WauException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Cannot read the event: " + EventErrors.words(e)
                            + " (S3's notifications, direct or through SNS, SQS or EventBridge)",
                    e);
        }
    }

    private static Message message(RecordDraft record) {
        String id = record.messageId();
        try (JsonParser json = JSON.createParser(record.body())) {
            return message(id, EventDraft.read(json));
        } catch (IOException | RuntimeException e) {
            return new Message(id, List.of(), List.of(), EventErrors.words(e));
        }
    }

    private static Message message(String id, EventDraft draft) throws IOException {
        List<ObjectCreated> created = new ArrayList<>();
        List<String> others = new ArrayList<>();
        collect(draft, created, others);
        return new Message(id, created, others, null);
    }

    private static void collect(EventDraft draft, List<ObjectCreated> created, List<String> others) throws IOException {
        for (String wrapped : draft.wrapped()) {
            try (JsonParser json = JSON.createParser(wrapped)) {
                collect(EventDraft.read(json), created, others);
            }
        }
        created.addAll(draft.created());
        others.addAll(draft.others());
        draft.requireKnown();
    }
}
