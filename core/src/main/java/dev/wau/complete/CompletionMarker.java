package dev.wau.complete;

import dev.wau.model.BatchId;
import dev.wau.model.ObjectKey;
import java.time.Instant;
import java.util.List;

/**
 * The one object written under {@code complete/} when every customer of a batch is done: its event starts exactly one
 * load run, and it is the batch's manifest. As JSON: {@link MarkerJson}.
 *
 * @param batch whose
 * @param started when the batch began
 * @param completed when the last customer was done
 * @param customers every expected customer with its outcome, by name
 * @param files every file of the batch, by key
 */
public record CompletionMarker(
        BatchId batch, Instant started, Instant completed, List<CustomerOutcome> customers, List<MarkerFile> files) {

    public CompletionMarker {
        customers = List.copyOf(customers);
        files = List.copyOf(files);
    }

    /** {@code complete/<batch id>.json}. */
    public static ObjectKey key(BatchId batch) {
        return new ObjectKey("complete/" + batch + ".json");
    }
}
