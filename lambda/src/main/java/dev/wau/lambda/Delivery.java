package dev.wau.lambda;

import dev.wau.trigger.ObjectCreated;
import java.util.List;

/**
 * What one invocation brings.
 *
 * @param kind where from
 * @param messages of the queue; of an invocation there is one
 */
record Delivery(Kind kind, List<Message> messages) {

    /** How it is answered. */
    enum Kind {
        /** By S3, SNS or EventBridge itself: it succeeds or fails as a whole. */
        INVOCATION,
        /** By SQS: each message succeeds or fails. */
        QUEUE
    }

    Delivery {
        messages = List.copyOf(messages);
    }

    /** The created objects of all messages. */
    List<ObjectCreated> created() {
        return messages.stream().flatMap(message -> message.created().stream()).toList();
    }
}
