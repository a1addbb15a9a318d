package dev.wau.lambda;

import dev.wau.trigger.ObjectCreated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a queue, or a whole event that came without one.
 *
 * @param id SQS's; empty without a queue
 * @param created the objects that it tells
 * @param others what else it tells, in AWS's words: removed objects, test events
 * @param problem why it can't be read; null if it can
 */
record Message(
        String id,
        List<ObjectCreated> created,
        List<String> others,
        @Nullable String problem) {

    Message {
        created = List.copyOf(created);
        others = List.copyOf(others);
    }
}
