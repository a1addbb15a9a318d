package dev.wau.complete;

import dev.wau.model.BatchId;
import dev.wau.model.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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

    /** Where markers stand. */
    public static final String FOLDER = "complete/";

    private static final String EXTENSION = ".json";

    public CompletionMarker {
        customers = List.copyOf(customers);
        files = List.copyOf(files);
    }

    /** {@code complete/<batch id>.json}. */
    public static ObjectKey key(BatchId batch) {
        return new ObjectKey(FOLDER + batch + EXTENSION);
    }

    /** The batch whose marker has this file name; empty where that isn't a manifest's. */
    public static Optional<String> batch(String fileName) {
        return fileName.endsWith(EXTENSION)
                ? Optional.of(fileName.substring(0, fileName.length() - EXTENSION.length()))
                : Optional.empty();
    }
}
